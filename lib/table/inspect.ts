import { createHash } from "node:crypto";
import { TableFault } from "./fault";
import type { Source } from "./source";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le";
export type Inspected = {
  sha256: Buffer;
  format: Encoding | "xlsx";
  bytes: number;
  /** Lines of the file, about: what a progress bar needs. 0 for a workbook, whose rows nobody counts before. */
  lines: number;
};

/**
 * Reads a file once: its digest, its size, what it is, by its bytes and not its name. What is not valid UTF-8
 * is Windows-1252, as Excel writes it.
 * @throws TableFault when it is empty, or neither text nor a workbook of Excel 2007 or later
 */
export async function inspectSource(source: Source): Promise<Inspected> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let utf8 = true;
  let bytes = 0;
  let lines = 0;
  let zeros = false;
  let head = Buffer.alloc(0);
  for await (const chunk of source()) {
    const part = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (head.length < 4) head = Buffer.concat([head, part.subarray(0, 4)]).subarray(0, 4);
    bytes += part.length;
    hash.update(part);
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines += 1;
    zeros ||= part.includes(0);
    if (utf8) utf8 = isUtf8(decoder, part);
  }
  if (bytes === 0) throw new TableFault("empty");
  const sha256 = hash.digest();
  if (head.toString("latin1") === "PK\u0003\u0004") return { sha256, format: "xlsx", bytes, lines: 0 };
  // The container of .xls, and of every workbook that a password closes.
  if (head.toString("hex") === "d0cf11e0") throw new TableFault("old_workbook");
  const utf16 = head[0] === 0xff && head[1] === 0xfe;
  if (zeros && !utf16) throw new TableFault("not_text");
  utf8 &&= isUtf8(decoder, undefined);
  return { sha256, format: utf16 ? "utf-16le" : utf8 ? "utf-8" : "windows-1252", bytes, lines };
}

function isUtf8(decoder: TextDecoder, part: Uint8Array | undefined): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}
