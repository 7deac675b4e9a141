import { randomUUID } from "node:crypto";
import { MIMEType } from "node:util";
import { bodies } from "@/lib/http/body-room";
import { REQUEST_ID } from "@/lib/http/failures";
import { isOfOurSize } from "@/lib/http/form-data";
import { MOST_FIELDS } from "@/lib/http/form-limits";

/** How far a body over the limit is still read, so that the browser gets an answer instead of a cut line. */
const DRAINED_TIMES = 5;

/** Size of a body over the limit that is kept: the fields before the file. */
const HEAD_BYTES = 64 * 1024;

/**
 * A posted multipart form, read only up to `largestBytes`.
 * @param whose names the sender, of whom few bodies are read at once
 * @returns "tooBig" when it weighs more, "malformed" when it is no form, or has more fields or text than any of ours,
 * "busy" when there was no room for it
 */
export async function readForm(
  request: Request,
  largestBytes: number,
  whose = "",
): Promise<FormData | "tooBig" | "malformed" | "busy"> {
  const form = await readFormOrHead(request, largestBytes, { whose });
  if (form instanceof FormData || form === "malformed") return form;
  return form.isBusy ? "busy" : "tooBig";
}

/**
 * The same, but of a form that weighs more, or for which there is no room (lib/http/body-room.ts), it answers the fields
 * before its file, so that nothing typed is lost.
 * @param drainedBytes how far a body over the limit is read, unkept, before the line is cut
 */
export async function readFormOrHead(
  request: Request,
  largestBytes: number,
  { drainedBytes = largestBytes * DRAINED_TIMES, whose = "" } = {},
): Promise<FormData | { head: FormData; isBusy: boolean } | "malformed"> {
  const known = request.headers.get(REQUEST_ID);
  // What the gate did not see come in, it will not see end.
  const isGates = known !== null && bodies.isIn(known);
  const id = isGates ? known : randomUUID();
  if (!isGates) bodies.enter(id);
  try {
    const announced = Number(request.headers.get("content-length") ?? 0);
    const whole = Math.min(announced || largestBytes, largestBytes);
    const hasRoom = (bytes: number, drop: () => void) => bodies.grow(id, whose, bytes, drop, whole);
    const { size, head, chunks, isBusy } = await readBytes(request.body, largestBytes, drainedBytes, hasRoom);
    const type = request.headers.get("content-type") ?? "";
    // The server in front may have cut the body; what was announced tells.
    const isTooBig = size > largestBytes || announced > largestBytes;
    if (isTooBig || isBusy || (size > HEAD_BYTES && !(await bodies.work(id))))
      return { head: (await parse(closeAtLastField(head, type), type)) ?? new FormData(), isBusy: !isTooBig };
    return (await parse(Buffer.concat(chunks), type)) ?? "malformed";
  } finally {
    if (!isGates) bodies.leave(id);
  }
}

/** The form, unless it is none or larger than any of ours; its fields are counted before they are parsed. */
async function parse(body: Buffer, type: string): Promise<FormData | null> {
  const encoding = encodingOf(type);
  if (encoding === null || countFields(body, encoding) > MOST_FIELDS) return null;
  try {
    const headers = { "content-type": encoding.type };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    return isOfOurSize(form) ? form : null;
  } catch {
    return null;
  }
}

/** How a body is divided: `boundary` is null for one whose fields are divided by "&". */
type Encoding = { type: string; boundary: string | null };

const URL_ENCODED = "application/x-www-form-urlencoded";

/** The letters that a boundary may have (RFC 2046), save the comma, at which several types in one header are divided. */
const BOUNDARY = /^[\w'()+\-./:=? ]{1,70}$/;

/**
 * How a form says that it is encoded; null for a body that is none. The type is written anew and only that is given to
 * the parser, which would read another boundary than the one that was counted out of two types in one header.
 */
function encodingOf(type: string): Encoding | null {
  try {
    const { essence, params } = new MIMEType(type);
    if (essence === URL_ENCODED) return { type: essence, boundary: null };
    const boundary = params.get("boundary") ?? "";
    if (essence !== "multipart/form-data" || !BOUNDARY.test(boundary)) return null;
    return { type: `${essence}; boundary="${boundary}"`, boundary };
  } catch {
    return null;
  }
}

/** At least the fields of a body, as far as one more than a form may have. */
function countFields(body: Buffer, { boundary }: Encoding): number {
  const between = boundary === null ? "&" : `--${boundary}`;
  // A form of parts has one boundary more than parts.
  let fields = boundary === null ? 1 : -1;
  for (let at = body.indexOf(between); at >= 0 && fields <= MOST_FIELDS; at = body.indexOf(between, at + 1))
    fields += 1;
  return fields;
}

/** A form that ends before the field that was cut. */
function closeAtLastField(head: Uint8Array, type: string): Buffer {
  const boundary = encodingOf(type)?.boundary ?? "";
  const end = Buffer.from(head).lastIndexOf(`--${boundary}`);
  return Buffer.concat([head.subarray(0, Math.max(0, end)), Buffer.from(`--${boundary}--\r\n`)]);
}

/**
 * @param hasRoom asked for what comes after the head; until it answers nothing more is read. Later it may drop what was
 * kept.
 */
async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  largestBytes: number,
  drainedBytes: number,
  hasRoom: (bytes: number, drop: () => void) => Promise<boolean>,
) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let head = new Uint8Array();
  let size = 0;
  let isBusy = false;
  const drop = () => {
    isBusy = true;
    chunks.length = 0;
  };
  const reader = stream?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    if (head.length < HEAD_BYTES)
      head = new Uint8Array(Buffer.concat([head, value.subarray(0, HEAD_BYTES - head.length)]));
    size += value.byteLength;
    const isKept = size <= largestBytes && !isBusy;
    if (isKept && size > HEAD_BYTES && !(await hasRoom(value.byteLength, drop))) drop();
    if (isKept && !isBusy) chunks.push(new Uint8Array(value));
    else chunks.length = 0;
    if (size > drainedBytes) await reader.cancel();
  }
  return { size, head, chunks, isBusy };
}
