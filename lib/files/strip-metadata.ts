import { crc32 } from "node:zlib";

const [MARKER, SOI, EOI, SOS] = [0xff, 0xd8, 0xd9, 0xda];
const [APP0, APP1, APP14, APP15, COMMENT] = [0xe0, 0xe1, 0xee, 0xef, 0xfe];

/**
 * Most pieces of a picture, its data aside: cameras write dozens, and a progressive JPEG some more for each of its scans.
 * Millions of empty ones fit into a file, and each is looked at while everybody else waits.
 */
const MOST_PIECES = 2_000;

/**
 * A JPEG or PNG with its picture and nothing that the camera wrote about place, time, device or owner. Only how
 * the picture is turned stays. Null when the bytes are no whole picture, or have more pieces than one has.
 */
export function stripMetadata(type: "image/jpeg" | "image/png", bytes: Uint8Array): Uint8Array | null {
  return type === "image/jpeg" ? stripJpeg(bytes) : stripPng(bytes);
}

/** Keeps the segments that draw; drops APPn but JFIF and Adobe, comments, and all that follows the end. */
function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== MARKER || bytes[1] !== SOI) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let scans = 0;
  let pieces = 0;
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== MARKER) return null;
    // Any number of fill bytes may stand before a marker.
    if (bytes[at + 1] === MARKER) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) return scans > 0 ? joined([...kept, Uint8Array.of(MARKER, EOI)]) : null;
    const end = at + 2 + u16(bytes, at + 2);
    pieces += 1;
    if (end < at + 4 || end > bytes.length || pieces > MOST_PIECES) return null;
    const segment = bytes.subarray(at, end);
    if (marker === APP1) kept.push(...turnOnly(segment));
    else if (staysInJpeg(marker)) kept.push(segment);
    at = end;
    if (marker === SOS) {
      scans += 1;
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  // Cut off in the last scan: what came is a picture, and gets its end.
  return scans > 0 ? joined([...kept, Uint8Array.of(MARKER, EOI)]) : null;
}

function staysInJpeg(marker: number): boolean {
  if (marker === COMMENT) return false;
  return marker < APP0 || marker > APP15 || marker === APP0 || marker === APP14;
}

/** Where the compressed data stop: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at += 1) {
    if (bytes[at] !== MARKER) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== MARKER && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** An Exif segment that says how the picture is turned and no more; nothing when it need not be turned. */
function turnOnly(segment: Uint8Array): Uint8Array[] {
  if (String.fromCharCode(...segment.subarray(4, 8)) !== "Exif") return [];
  const tiff = turnOf(segment.subarray(10));
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  return tiff ? [Uint8Array.from([MARKER, APP1, 0, 2 + exif.length + tiff.length, ...exif, ...tiff])] : [];
}

/** Exif data that hold the orientation of these and no more; null when the picture need not be turned. */
function turnOf(exif: Uint8Array): number[] | null {
  const turn = orientationOf(exif);
  if (turn === null || turn < 2 || turn > 8) return null;
  return [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
}

/** The orientation tag in the first directory of Exif data. */
function orientationOf(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return null;
  const entries = view.getUint16(start, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return null;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What is needed to draw, and to draw in the right colours. */
const drawing = new Set(
  ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"].map(numberOf),
);
const [DATA, EXIF, END] = [numberOf("IDAT"), numberOf("eXIf"), numberOf("IEND")];

/**
 * The data may come in as many chunks as they like: neighbours are kept as one piece. Of Exif data, of which a PNG has
 * one chunk, the orientation stays.
 */
function stripPng(bytes: Uint8Array): Uint8Array | null {
  if (PNG.some((byte, at) => bytes[at] !== byte)) return null;
  const kept: Uint8Array[] = [];
  let [from, to] = [0, PNG.length];
  let turned = false;
  let pieces = 0;
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + u32(bytes, at);
    const kind = u32(bytes, at + 4);
    if (kind !== DATA) pieces += 1;
    if (end > bytes.length || pieces > MOST_PIECES) return null;
    const turn: Uint8Array | null =
      kind === EXIF && !turned ? turnChunk(bytes.subarray(at + 8, end - 4)) : null;
    if (drawing.has(kind) && to === at) to = end;
    else if (drawing.has(kind) || turn) {
      kept.push(bytes.subarray(from, to), turn ?? new Uint8Array());
      from = turn ? end : at;
      to = end;
      turned ||= turn !== null;
    }
    if (kind === END) return joined([...kept, bytes.subarray(from, to)]);
    at = end;
  }
  return null;
}

/** A chunk with the orientation of these Exif data; null when the picture need not be turned. */
function turnChunk(exif: Uint8Array): Uint8Array | null {
  const tiff = turnOf(exif);
  if (!tiff) return null;
  const chunk = Buffer.alloc(12 + tiff.length);
  chunk.writeUInt32BE(tiff.length);
  chunk.writeUInt32BE(EXIF, 4);
  chunk.set(tiff, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), 8 + tiff.length);
  return chunk;
}

/** The name of a chunk as the number that its four bytes are. */
function numberOf(kind: string): number {
  return Buffer.from(kind, "latin1").readUInt32BE();
}

function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 65_536 + u16(bytes, at + 2);
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
