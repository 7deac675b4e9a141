import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { CharacterCensus, type Encoding, utf16Of } from "./encoding";
import { TableFault } from "./fault";
import { LineCutter } from "./lines";
import { bufferOf, type Source } from "./source";

export type Inspected = {
  sha256: Buffer;
  format: Encoding | "xlsx";
  bytes: number;
  /** Lines of the file, about: what a progress bar needs. 0 for a workbook, whose rows nobody counts before. */
  lines: number;
};

/** The first bytes from which the kind of a file is recognised. */
const HEAD_BYTES = 4_096;

/**
 * Reads a file once: its digest, its size, what it is, by its bytes and not its name.
 * @throws TableFault when it is empty, or neither text nor a workbook of Excel 2007 or later
 */
export async function inspectSource(source: Source): Promise<Inspected> {
  const hash = createHash("sha256");
  const text = new TextInspection();
  let bytes = 0;
  let head: Buffer = Buffer.alloc(0);
  let kind: "xlsx" | "utf-16le" | "utf-16be" | "text" | null = null;
  const decide = () => {
    kind = kindOf(head);
    if (kind === "text") text.add(head);
  };
  for await (const chunk of source()) {
    const part = bufferOf(chunk);
    bytes += part.length;
    hash.update(part);
    if (kind === null) {
      head = Buffer.concat([head, part]);
      if (head.length >= HEAD_BYTES) decide();
    } else if (kind === "text") text.add(part);
    else text.countLines(part);
  }
  if (bytes === 0) throw new TableFault("empty");
  if (kind === null) decide();
  const sha256 = hash.digest();
  if (kind === "xlsx") return { sha256, format: "xlsx", bytes, lines: 0 };
  const format = kind === "utf-16le" || kind === "utf-16be" ? kind : text.encoding();
  return { sha256, format, bytes, lines: text.lines };
}

function kindOf(head: Buffer): "xlsx" | "utf-16le" | "utf-16be" | "text" {
  if (head.toString("latin1", 0, 4) === "PK\u0003\u0004") return "xlsx";
  // The container of .xls, and of every workbook that a password closes.
  if (head.toString("hex", 0, 4) === "d0cf11e0") throw new TableFault("old_workbook");
  // Reports that call themselves .xls are often pages of the web.
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|table|\?xml)/i.test(head.toString("latin1", 0, 200)))
    throw new TableFault("markup");
  if (/^(?:%PDF-|\{\\rtf)/.test(head.toString("latin1", 0, 5))) throw new TableFault("not_text");
  const start = head.subarray(0, HEAD_BYTES);
  // UTF-32 begins as UTF-16 does; in the letters of mainframes (EBCDIC) nearly every byte is above ASCII.
  if (start.toString("hex", 0, 4) === "fffe0000" || (!isUtf8(start) && shareAboveAscii(start) > 0.5))
    throw new TableFault("not_text");
  return utf16Of(start) ?? "text";
}

function shareAboveAscii(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0) / bytes.length;
}

/** Whether UTF-16 begins about the first zero of a text: what `>>` of PowerShell adds to a file of another program. */
function isUtf16At(part: Buffer, zero: number): boolean {
  const [fromLetter, fromZero] = [zero - 1, zero].map((at) =>
    utf16Of(part.subarray(Math.max(0, at), zero + 64)),
  );
  return fromLetter === "utf-16le" || fromZero === "utf-16be";
}

class TextInspection {
  lines = 0;
  private readonly cutter = new LineCutter();
  private readonly census = new CharacterCensus();

  add(part: Buffer): void {
    const zero = part.indexOf(0);
    if (zero >= 0) throw new TableFault(isUtf16At(part, zero) ? "mixed_encodings" : "not_text");
    for (const line of this.cutter.cut(part)) this.take(line);
  }

  countLines(part: Buffer): void {
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) this.lines += 1;
  }

  encoding(): Encoding {
    for (const line of this.cutter.end()) this.take(line);
    return this.census.encoding();
  }

  private take(line: Buffer): void {
    this.lines += 1;
    if (line.length > 0) this.census.add(line);
  }
}
