import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le";
export type Inspected = {
  sha256: Buffer;
  encoding: Encoding;
  bytes: number;
  /** Lines of the file, about: what a progress bar needs. */
  lines: number;
};

/** A file that is no table at all, whatever its rows say. */
export class TableFault extends Error {
  constructor(
    readonly code: "missing" | "unreadable" | "empty" | "workbook" | "not_text" | "columns",
    /** Names of the columns that are missing or stand twice. */
    readonly names: readonly string[] = [],
  ) {
    super(code);
    this.name = "TableFault";
  }
}

/**
 * Reads a file once: its digest, its size, its encoding. What is not valid UTF-8 is Windows-1252, as Excel
 * writes it. @throws TableFault when it cannot be read, is empty, or is no text
 */
export async function inspectFile(path: string): Promise<Inspected> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let utf8 = true;
  let bytes = 0;
  let lines = 0;
  let zeros = false;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path)) {
      const part = Buffer.from(chunk);
      if (bytes === 0) head = part.subarray(0, 4);
      bytes += part.length;
      hash.update(part);
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines += 1;
      zeros ||= part.includes(0);
      if (utf8) utf8 = isUtf8(decoder, part);
    }
  } catch (error) {
    const gone = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new TableFault(gone ? "missing" : "unreadable");
  }
  if (bytes === 0) throw new TableFault("empty");
  if (head.toString("latin1").startsWith("PK") || head[0] === 0xd0) throw new TableFault("workbook");
  const utf16 = head[0] === 0xff && head[1] === 0xfe;
  if (zeros && !utf16) throw new TableFault("not_text");
  utf8 &&= isUtf8(decoder, undefined);
  return {
    sha256: hash.digest(),
    encoding: utf16 ? "utf-16le" : utf8 ? "utf-8" : "windows-1252",
    bytes,
    lines,
  };
}

function isUtf8(decoder: TextDecoder, part: Uint8Array | undefined): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}
