import { fileTypeFromBuffer } from "file-type";

/** Media type as the bytes say it, whatever the name and the browser claim; null when unknown. */
export async function sniffType(bytes: Uint8Array): Promise<string | null> {
  return (await fileTypeFromBuffer(bytes))?.mime ?? null;
}
