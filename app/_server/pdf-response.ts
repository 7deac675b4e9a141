import { PassThrough, Readable, type Writable } from "node:stream";
import { logError } from "@/lib/log";

/**
 * Streams a PDF while it is drawn.
 * @param write draws it and ends the stream
 * @param fileName plain letters and signs, no quotes
 * @param cut the log's name for a PDF that was not finished
 */
export function pdfResponse(
  write: (stream: Writable) => Promise<void>,
  {
    fileName,
    cut,
    shown = false,
  }: { fileName: string; cut: string /** In the browser, not saved. */; shown?: boolean },
): Response {
  const stream = new PassThrough();
  write(stream).catch((error: unknown) => {
    // The client left, drawing or the database failed: the stream is cut, and an incomplete PDF does not open.
    logError(cut, error, {}, "warn");
    stream.destroy();
  });
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `${shown ? "inline" : "attachment"}; filename="${fileName}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
