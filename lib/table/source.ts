import { mkdtemp, open, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { TableFault } from "./fault";

/** The bytes of a file, from their beginning each time it is called. */
export type Source = () => AsyncIterable<Uint8Array>;

export type CopiedFile = { source: Source; close: () => Promise<void> };

/**
 * A copy of a file of this machine: what is read of it stays the same however often it is read, although the file
 * goes on growing. The copy has no name, so that nothing is left of it when the process ends.
 * @throws TableFault when the file cannot be read, or changes while it is copied
 */
export async function copyFile(file: string): Promise<CopiedFile> {
  const original = await open(file).catch((error: unknown) => {
    throw new TableFault(isMissing(error) ? "missing" : "unreadable");
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), "hanna-archivo-"));
  const copy = await open(path.join(folder, "copia"), "wx+", 0o600);
  // Where an open file cannot be taken away, it goes when it is closed.
  const unlink = () => rm(folder, { recursive: true, force: true }).catch(() => {});
  await unlink();
  const close = async () => {
    await copy.close();
    await unlink();
  };
  try {
    const before = await original.stat();
    if (before.isDirectory()) throw new TableFault("unreadable");
    for await (const part of original.createReadStream({ autoClose: false })) await copy.writeFile(part);
    const after = await original.stat();
    if (before.isFile() && (before.size !== after.size || before.mtimeMs !== after.mtimeMs))
      throw new TableFault("changing");
  } catch (error) {
    await close();
    throw error instanceof TableFault ? error : new TableFault("unreadable");
  } finally {
    await original.close();
  }
  return { source: () => copy.createReadStream({ start: 0, autoClose: false }), close };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
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
