import { TableFault } from "./fault";

/** A line of a table is some hundreds of bytes; what is longer is no table, and would fill memory. */
const LONGEST_LINE = 1_000_000;

const EMPTY = Buffer.alloc(0);

/** Cuts bytes into lines at CR, LF or CRLF, wherever the pieces end. */
export class LineCutter {
  private carried: Buffer[] = [];
  private carriedBytes = 0;
  private afterReturn = false;
  private count = 0;

  /** @throws TableFault when a line has no end */
  cut(chunk: Buffer): Buffer[] {
    const lines: Buffer[] = [];
    let start = this.afterReturn && chunk[0] === 10 ? 1 : 0;
    if (chunk.length > 0) this.afterReturn = false;
    let feed = chunk.indexOf(10, start);
    let back = chunk.indexOf(13, start);
    while (feed >= 0 || back >= 0) {
      const end = feed < 0 ? back : back < 0 ? feed : Math.min(feed, back);
      lines.push(this.whole(chunk.subarray(start, end)));
      start = end + 1;
      if (end === back) {
        if (start === chunk.length) this.afterReturn = true;
        else if (chunk[start] === 10) start += 1;
      }
      if (feed >= 0 && feed < start) feed = chunk.indexOf(10, start);
      if (back >= 0 && back < start) back = chunk.indexOf(13, start);
    }
    this.carry(chunk.subarray(start));
    return lines;
  }

  /** The last line, when the file does not end with a line end. */
  end(): Buffer[] {
    return this.carriedBytes > 0 ? [this.whole(Buffer.alloc(0))] : [];
  }

  private whole(end: Buffer): Buffer {
    if (end.length === 0 && this.carriedBytes === 0) {
      this.count += 1;
      return EMPTY; // A list of them would fill the memory: a file may have millions of lines.
    }
    this.carry(end);
    const line = this.carried.length === 1 ? this.carried[0] : Buffer.concat(this.carried);
    this.carried = [];
    this.carriedBytes = 0;
    this.count += 1;
    return line ?? end;
  }

  private carry(part: Buffer): void {
    if (part.length === 0) return;
    this.carried.push(part);
    this.carriedBytes += part.length;
    if (this.carriedBytes > LONGEST_LINE) throw new TableFault("long_line", [String(this.count + 1)]);
  }
}
