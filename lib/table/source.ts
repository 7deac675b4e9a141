import { createReadStream } from "node:fs";
import { TableFault } from "./fault";

/** The bytes of a file, from their beginning each time it is called. */
export type Source = () => AsyncIterable<Uint8Array>;

/** A file of this machine. Reading it throws a TableFault when it is not there or may not be read. */
export function fileSource(path: string): Source {
  return async function* () {
    try {
      yield* createReadStream(path);
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      throw new TableFault(error.code === "ENOENT" ? "missing" : "unreadable");
    }
  };
}

/** The same bytes as a Buffer. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Reads a source whole. @throws TableFault when it has more than `largest` bytes */
export async function readWhole(source: Source, largest: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source()) {
    size += part.length;
    if (size > largest) throw new TableFault("too_large", [String(Math.floor(largest / 1_000_000))]);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
