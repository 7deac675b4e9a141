/** How far a body over the limit is still read, so that the browser gets an answer instead of a cut line. */
const DRAINED_TIMES = 5;

/** Size of a body over the limit that is kept: the fields before the file. */
const HEAD_BYTES = 64 * 1024;

/**
 * A posted multipart form, read only up to `largestBytes`.
 * @returns "tooBig" when it weighs more, "malformed" when it is no form
 */
export async function readForm(
  request: Request,
  largestBytes: number,
): Promise<FormData | "tooBig" | "malformed"> {
  const form = await readFormOrHead(request, largestBytes);
  return form instanceof FormData || form === "malformed" ? form : "tooBig";
}

/**
 * The same, but of a form that weighs more it answers the fields before its file, so that nothing typed is lost.
 * @param drainedBytes how far a body over the limit is read, unkept, before the line is cut
 */
export async function readFormOrHead(
  request: Request,
  largestBytes: number,
  drainedBytes = largestBytes * DRAINED_TIMES,
): Promise<FormData | { head: FormData } | "malformed"> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  const { size, head, whole } = await readBytes(request.body, largestBytes, drainedBytes);
  const type = request.headers.get("content-type") ?? "";
  // The server in front may have cut the body; what was announced tells.
  if (size > largestBytes || announced > largestBytes)
    return { head: (await parse(closeAtLastField(head, type), type)) ?? new FormData() };
  return (await parse(whole, type)) ?? "malformed";
}

async function parse(body: Blob, type: string): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}

/** A form that ends before the field that was cut. */
function closeAtLastField(head: Uint8Array<ArrayBuffer>, type: string): Blob {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? "";
  const end = Buffer.from(head).lastIndexOf(`--${boundary}`);
  return new Blob([head.subarray(0, Math.max(0, end)), `--${boundary}--\r\n`]);
}

async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  largestBytes: number,
  drainedBytes: number,
) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let head = new Uint8Array();
  let size = 0;
  const reader = stream?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    if (head.length < HEAD_BYTES)
      head = new Uint8Array(Buffer.concat([head, value.subarray(0, HEAD_BYTES - head.length)]));
    size += value.byteLength;
    if (size <= largestBytes) chunks.push(new Uint8Array(value));
    else chunks.length = 0;
    if (size > drainedBytes) await reader.cancel();
  }
  return { size, head, whole: new Blob(chunks) };
}
