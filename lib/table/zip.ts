import { createInflateRaw } from "node:zlib";
import { TableFault } from "./fault";

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ENDING_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const PIECE_BYTES = 64 * 1024;

type Entry = { method: number; packed: number; size: number; at: number };

/** What an archive holds, by name. */
export type Archive = { bytes: Buffer; entries: ReadonlyMap<string, Entry> };

/** @throws TableFault when the bytes are no archive */
export function openArchive(bytes: Buffer): Archive {
  const end = directoryEnd(bytes);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString("utf8", at + ENTRY_BYTES, nameEnd), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { bytes, entries };
}

/**
 * An entry unpacked, piece by piece at the reader's pace: just as many bytes as it says, and no more than
 * `largest`, whatever a packed file would become.
 */
export async function* unpack({ bytes, entries }: Archive, name: string, largest: number) {
  const entry = entries.get(name);
  if (!entry) throw broken();
  if (entry.size > largest) throw new TableFault("too_large");
  const data = packedData(bytes, entry);
  let size = 0;
  for await (const piece of entry.method === 8 ? inflated(data) : pieces(data)) {
    size += piece.length;
    if (size > entry.size) throw broken();
    yield piece;
  }
  if (size !== entry.size) throw broken();
}

function directoryEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - ENDING_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - ENDING_BYTES; at >= first; at--)
    if (bytes.readUInt32LE(at) === DIRECTORY_END) return at;
  throw broken();
}

function packedData(bytes: Buffer, { at, packed, method }: Entry): Buffer {
  if (method !== 0 && method !== 8) throw broken();
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER) throw broken();
  const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw broken();
  return bytes.subarray(from, from + packed);
}

function* pieces(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += PIECE_BYTES) yield data.subarray(at, at + PIECE_BYTES);
}

async function* inflated(data: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  inflate.end(data);
  try {
    for await (const piece of inflate) yield piece;
  } catch (error) {
    throw error instanceof Error && "code" in error ? broken() : error;
  }
}

function broken(): TableFault {
  return new TableFault("broken_workbook");
}
