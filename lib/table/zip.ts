import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { TableFault } from "./fault";

/** A workbook has some dozens of parts. */
const MOST_ENTRIES = 5_000;
/** What deflate makes of a sheet is a tenth to a fiftieth of it; what is packed tighter was made to fill memory. */
const LARGEST_RATIO = 250;
const SMALL = 10_000_000;

/** What an archive holds, by name. */
export type Archive = { zip: ZipFile; entries: ReadonlyMap<string, Entry> };

/** @throws TableFault when the bytes are no archive */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const entries = new Map<string, Entry>();
  const zip = await orBroken(fromBufferPromise(bytes));
  if (zip.entryCount > MOST_ENTRIES) throw broken();
  const each = zip.eachEntry();
  for (;;) {
    const next = await orBroken(each.next());
    if (next.done) return { zip, entries };
    // Of two parts with one name each program reads another one.
    if (entries.has(next.value.fileName)) throw broken();
    entries.set(next.value.fileName, next.value);
  }
}

/**
 * An entry unpacked, piece by piece at the reader's pace: just as many bytes as it says, with its checksum, and no more
 * than `largest`, whatever a packed file would become.
 */
export async function* unpack({ zip, entries }: Archive, name: string, largest: number) {
  const entry = entries.get(name);
  if (!entry) throw broken();
  const { compressedSize, uncompressedSize } = entry;
  if (uncompressedSize > largest) throw new TableFault("too_large");
  if (uncompressedSize > SMALL && uncompressedSize > compressedSize * LARGEST_RATIO) throw broken();
  const stream: Readable = await orBroken(zip.openReadStreamPromise(entry));
  const pieces: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let sum = 0;
  try {
    for (;;) {
      const next = await orBroken(pieces.next());
      // The library compares the length alone. A sign that changed on the way can be another amount.
      if (next.done && sum !== entry.crc32) throw broken();
      if (next.done) return;
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

/** The library's errors are the file's faults: it is given nothing but the file. */
async function orBroken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw broken();
  }
}

function broken(): TableFault {
  return new TableFault("broken_workbook");
}
