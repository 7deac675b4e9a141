import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stripMetadata } from "@/lib/files/strip-metadata";
import { cpuMs } from "@/tests/support/cpu";
import { pngChunk, pngSignature } from "@/tests/support/png";

const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString("latin1");
const segment = (marker: number, body: Buffer | string) => {
  const content = Buffer.from(body as string, "latin1");
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** Of the processor alone; the pictures of 9 MB below took 0.2 to 3.3 seconds of everybody. */
const MOST_MS = 150;

/** An Exif body with a place in words, and how the picture is turned. */
function exif(turn: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? "II" : "MM", 0, "latin1");
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(turn, 18);
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("GPS 10.96,-74.78")]);
}

const scan = Buffer.from([0x11, 0xff, 0x00, 0x22, 0xff, 0xd3, 0x33, 0xff, 0x00]);

function jpeg({ app1 = exif(1, true), tail = "" }: { app1?: Buffer; tail?: string } = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
    segment(0xe1, app1),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Ana</x:xmpmeta>"),
    segment(0xe2, "MPF\0camera"),
    segment(0xed, "Photoshop 3.0\0owner"),
    segment(0xfe, "comment of the camera"),
    segment(0xdb, "quantisation"),
    segment(0xda, "scan one"),
    scan,
    Buffer.from([0xff, 0xff]),
    segment(0xc4, "huffman").subarray(1),
    segment(0xda, "scan two"),
    scan,
    Buffer.from([0xff, 0xd9]),
    Buffer.from(tail, "latin1"),
  ]);
}

test("a JPEG keeps its image data and loses camera, location, owner and trailing data", () => {
  const clean = text(stripMetadata("image/jpeg", jpeg({ tail: "ftypmp4 GPS of a moving picture" })));
  expect(clean).not.toMatch(/GPS|Exif|xmpmeta|MPF|Photoshop|comment/);
  expect(clean).toMatch(/JFIF.*quantisation.*scan one.*huffman.*scan two/s);
  expect(clean.split(scan.toString("latin1"))).toHaveLength(3);
  expect(clean.endsWith("\xff\xd9")).toBe(true);
});

test("the JPEG orientation is kept in either byte order", () => {
  for (const little of [true, false]) {
    const clean = stripMetadata("image/jpeg", jpeg({ app1: exif(6, little) }));
    expect(text(clean)).not.toContain("GPS");
    const at = text(clean).indexOf("Exif");
    expect(at).toBeGreaterThan(0);
    expect(clean?.[at + 6 + 19]).toBe(6);
    // Cleaning again changes nothing: what was written is well formed.
    expect(stripMetadata("image/jpeg", clean ?? new Uint8Array())).toEqual(clean);
  }
});

test("a JPEG truncated in its last scan gets an end marker; one without image data is refused", () => {
  const whole = jpeg();
  expect(text(stripMetadata("image/jpeg", whole.subarray(0, -2)))).toMatch(/\xff\xd9$/);
  expect(stripMetadata("image/jpeg", whole.subarray(0, 40))).toBeNull();
  expect(stripMetadata("image/jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBeNull();
});

const header = pngChunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]));
const picture = pngChunk("IDAT", deflateSync(Buffer.from([0, 1, 2, 3])));
const end = pngChunk("IEND", Buffer.alloc(0));

test("a PNG keeps its image and colours and loses text, Exif, time and trailing data", () => {
  const dirty = Buffer.concat([
    pngSignature,
    header,
    pngChunk("gAMA", Buffer.from([0, 0, 0xb1, 0x8f])),
    pngChunk("tEXt", Buffer.from("Author\0Ana")),
    pngChunk("iTXt", Buffer.from("XML:com.adobe.xmp\0xmp")),
    pngChunk("eXIf", exif(1, false)),
    pngChunk("tIME", Buffer.alloc(7)),
    picture,
    end,
    Buffer.from("tail with GPS"),
  ]);
  const wanted = Buffer.concat([
    pngSignature,
    header,
    pngChunk("gAMA", Buffer.from([0, 0, 0xb1, 0x8f])),
    picture,
    end,
  ]);
  expect(Buffer.from(stripMetadata("image/png", dirty) ?? [])).toEqual(wanted);
  expect(stripMetadata("image/png", dirty.subarray(0, 60))).toBeNull();
});

test("the PNG orientation is kept before the image, and nothing else of its Exif data", () => {
  const data = exif(6, true).subarray(6);
  const exifs = [pngChunk("eXIf", data), pngChunk("eXIf", data)];
  const clean = stripMetadata("image/png", Buffer.concat([pngSignature, header, ...exifs, picture, end]));
  const turn = Buffer.from("4d4d002a000000080001011200030000000100060000" + "00000000", "hex");
  const wanted = Buffer.concat([pngSignature, header, pngChunk("eXIf", turn), picture, end]);
  expect(Buffer.from(clean ?? [])).toEqual(wanted);
  expect(Buffer.from(stripMetadata("image/png", wanted) ?? [])).toEqual(wanted);
});

test("no input makes it throw or grow", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (noise, at) => {
      for (const [type, good] of [
        ["image/jpeg", jpeg()],
        ["image/png", Buffer.concat([pngSignature, header, picture, end])],
      ] as const) {
        const damaged = Buffer.from(good);
        damaged.set(noise.subarray(0, Math.max(0, damaged.length - at)), Math.min(at, damaged.length));
        for (const bytes of [damaged, noise]) {
          const clean = stripMetadata(type, bytes);
          if (clean) expect(clean.length).toBeLessThanOrEqual(bytes.length + 38);
        }
      }
    }),
  );
});

const SIZE = 9 * 1024 * 1024;
/** A file of this size whose middle is one piece again and again. */
const filled = (head: Buffer, piece: Buffer, tail: Buffer) =>
  Buffer.concat([head, Buffer.alloc(Math.floor(SIZE / piece.length) * piece.length, piece), tail]);
const jpegHead = Buffer.from([0xff, 0xd8]);
const jpegTail = Buffer.concat([segment(0xda, ""), Buffer.from([0xff, 0xd9])]);
const pngHead = Buffer.concat([pngSignature, header]);

test.each([
  ["a JPEG of empty tables", "image/jpeg", filled(jpegHead, segment(0xdb, ""), jpegTail), null],
  ["a JPEG of empty comments", "image/jpeg", filled(jpegHead, segment(0xfe, ""), jpegTail), null],
  ["a JPEG of empty Exif", "image/jpeg", filled(jpegHead, segment(0xe1, ""), jpegTail), null],
  ["a JPEG of empty scans", "image/jpeg", filled(jpegHead, segment(0xda, ""), jpegTail), null],
  ["a JPEG of fill bytes", "image/jpeg", filled(jpegHead, Buffer.of(0xff), jpegTail), 8],
  ["a PNG of empty texts", "image/png", filled(pngHead, pngChunk("tEXt", Buffer.alloc(0)), end), null],
  ["a PNG of empty data", "image/png", filled(pngHead, pngChunk("IDAT", Buffer.alloc(0)), end), SIZE],
] as const)("%s of 9 MB is read or refused in a moment", async (_what, type, bytes, least) => {
  await cpuMs(() => stripMetadata(type, bytes.subarray(0, 1_000)));
  let clean: Uint8Array | null = null;
  const spent = await cpuMs(() => {
    clean = stripMetadata(type, bytes);
  });
  if (spent > MOST_MS) expect(await cpuMs(() => stripMetadata(type, bytes))).toBeLessThan(MOST_MS);
  if (least === null) expect(clean).toBeNull();
  else expect(Object(clean).length).toBeGreaterThanOrEqual(least);
});

test("a picture has at most 2,000 pieces, however many chunks its data come in", () => {
  const jpegOf = (count: number) =>
    Buffer.concat([jpegHead, ...Array<Buffer>(count).fill(segment(0xdb, "")), jpegTail]);
  expect(stripMetadata("image/jpeg", jpegOf(1_999))).not.toBeNull();
  expect(stripMetadata("image/jpeg", jpegOf(2_000))).toBeNull();
  const pngOf = (count: number, chunk: Buffer) =>
    Buffer.concat([pngHead, ...Array<Buffer>(count).fill(chunk), end]);
  const texts = (count: number) => pngOf(count, pngChunk("tEXt", Buffer.alloc(0)));
  expect(stripMetadata("image/png", texts(1_998))).not.toBeNull();
  expect(stripMetadata("image/png", texts(1_999))).toBeNull();
  expect(Buffer.from(stripMetadata("image/png", pngOf(5_000, picture)) ?? [])).toEqual(pngOf(5_000, picture));
});
