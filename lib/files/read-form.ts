/** How far a body over the limit is still read, so that the browser gets an answer instead of a cut line. */
const DRAINED_TIMES = 5;

/**
 * A posted multipart form, read only up to `largestBytes`.
 * @returns "tooBig" when it weighs more, "malformed" when it is no form
 */
export async function readForm(
  request: Request,
  largestBytes: number,
): Promise<FormData | "tooBig" | "malformed"> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  const body = await readBytes(request.body, largestBytes);
  // The server in front may have cut the body; what was announced tells.
  if (body === "tooBig" || announced > largestBytes) return "tooBig";
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return "malformed";
  }
}

async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  largestBytes: number,
): Promise<Blob | "tooBig"> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= largestBytes) chunks.push(new Uint8Array(value));
    else chunks.length = 0;
    if (size > largestBytes * DRAINED_TIMES) await reader.cancel();
  }
  return size > largestBytes ? "tooBig" : new Blob(chunks);
}
