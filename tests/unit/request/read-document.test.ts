import { expect, test } from "vitest";
import { LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import { readRequestDocument } from "@/domain/request/read-document";
import { answerDay } from "@/domain/request/rules";
import { pngChunk } from "@/tests/support/png";

const file = (content: string | Uint8Array<ArrayBuffer>, name = "rut.pdf") =>
  new File([content], name, { type: "application/pdf" });

const jpegHead = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const jpegScan = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];

/** An Exif body of big-endian order that says how the picture is turned, and then where it was taken. */
const exif = (turn: number) =>
  Buffer.concat([
    Buffer.from([
      0x4d,
      0x4d,
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      turn,
      0,
      0,
      0,
      0,
      0,
      0,
    ]),
    Buffer.from("GPS 10.96,-74.78 phone of Ana 2026:11-29"),
  ]);

test("an empty file field is a missing document", async () => {
  expect(await readRequestDocument(null)).toBe("missing");
  expect(await readRequestDocument(file("", ""))).toBe("missing");
});

test("a document's type is detected from its bytes, not from its name", async () => {
  expect(await readRequestDocument(file("<html>", "rut.pdf"))).toBe("notReadable");
  expect(await readRequestDocument(file("%PDF-1.7", "rut.exe"))).toMatchObject({ type: "application/pdf" });
});

test("a PDF begins where a reader of PDF finds it, and what stands before it is not kept", async () => {
  for (const before of [
    "\n",
    "\r\n\r\n",
    "\ufeff",
    "\u001b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n",
    " ".repeat(1_019),
  ])
    expect(await readRequestDocument(file(`${before}%PDF-1.7 x`)), JSON.stringify(before)).toMatchObject({
      type: "application/pdf",
      content: Buffer.from("%PDF-1.7 x"),
    });
  expect(await readRequestDocument(file(`${" ".repeat(1_020)}%PDF-1.7`))).toBe("notReadable");
  expect(await readRequestDocument(file("GIF89a\u0001\u0000%PDF-1.7"))).toBe("notReadable");
  // The sign of a PDF within a picture, here in its quantisation table, is none.
  const table = [0xff, 0xdb, 0, 7, ...Buffer.from("%PDF-")];
  const whole = new Uint8Array([...jpegHead, ...table, ...jpegScan]);
  expect(await readRequestDocument(file(whole, "foto.jpg"))).toMatchObject({
    type: "image/jpeg",
    content: Buffer.from(whole),
  });
});

test("an empty document and one over 10 MB are refused; one of 10 MB is accepted", async () => {
  expect(await readRequestDocument(file(""))).toBe("empty");
  const full = new Uint8Array(LARGEST_DOCUMENT_BYTES);
  full.set(Buffer.from("%PDF-1.7"));
  expect(await readRequestDocument(file(full))).toMatchObject({ type: "application/pdf" });
  expect(await readRequestDocument(new File([full, "x"], "rut.pdf"))).toBe("tooBig");
});

test("a file name loses folders and control characters", async () => {
  const document = await readRequestDocument(file("%PDF-1.7", "C:\\fakepath\\ru\u0000t.pdf"));
  expect(document).toMatchObject({ name: "rut.pdf" });
});

test("a truncated picture is refused", async () => {
  expect(await readRequestDocument(file(new Uint8Array(jpegHead), "foto.jpg"))).toBe("notReadable");
  const png = Buffer.from("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\b\0\0\0\0", "latin1");
  expect(await readRequestDocument(file(new Uint8Array(png), "foto.png"))).toBe("notReadable");
});

test("a file name is normalised to NFC and cut between characters", async () => {
  const name = async (typed: string) =>
    (await readRequestDocument(file("%PDF-1.7", typed))) as { name: string };
  expect(await name("Ca\u0301mara\ud800\u202e.pdf")).toMatchObject({ name: "Cámara.pdf" });
  expect((await name(`${"😀".repeat(130)}.pdf`)).name).not.toMatch(/\p{Cs}/u);
});

test("a file name gets the extension of its content, so that no computer executes it", async () => {
  for (const [name, kept] of [
    ["rut.PDF", "rut.PDF"],
    ["rut.exe", "rut.exe.pdf"],
    ["rut.pdf.hta", "rut.pdf.hta.pdf"],
    ["rut", "rut.pdf"],
    ["rut.pdf. ", "rut.pdf"],
    [`${"x".repeat(200)}.bat`, `${"x".repeat(112)}.bat.pdf`],
  ] as const) {
    expect(await readRequestDocument(file("%PDF-1.7", name)), name).toMatchObject({ name: kept });
  }
  const jpeg = new Uint8Array([...jpegHead, ...jpegScan]);
  expect(await readRequestDocument(file(jpeg, "foto.jpeg"))).toMatchObject({ name: "foto.jpeg" });
  expect(await readRequestDocument(file(jpeg, "foto.pdf"))).toMatchObject({ name: "foto.pdf.jpg" });
});

test("the caja's deadline is three working days, without holidays", () => {
  expect(answerDay(new Date("2026-12-04T15:00:00Z"))).toBe("2026-12-10");
});

test("what is no file is missing; one without a name that has content is a document, and gets a name", async () => {
  expect(await readRequestDocument("rut.pdf")).toBe("missing");
  expect(await readRequestDocument(file("", "rut.pdf"))).toBe("empty");
  for (const name of ["", "...", " . "])
    expect(await readRequestDocument(file("%PDF-1.7", name)), name).toMatchObject({ name: "archivo.pdf" });
  expect(await readRequestDocument(file("%PDF-1.7", "a..b. pdf"))).toMatchObject({ name: "a..b. pdf.pdf" });
});

test("only PDF, JPEG and PNG are documents", async () => {
  for (const content of ["GIF89a\u0001\u0000\u0001\u0000", "PK\u0003\u0004", "texto"])
    expect(await readRequestDocument(file(content, "foto.png"))).toBe("notReadable");
});

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = new Uint8Array([...jpegHead, ...jpegScan]);

test("a picture of a document is kept without place, device and day, and still turned as it was taken", async () => {
  const segment = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exif(6)]);
  const app1 = [0xff, 0xe1, 0, segment.length + 2, ...segment];
  const jpeg = new Uint8Array([...jpegHead, ...app1, ...jpegScan]);
  const png = Buffer.concat([pixel.subarray(0, 33), pngChunk("eXIf", exif(6)), pixel.subarray(33)]);
  for (const [bytes, name, turned] of [
    [jpeg, "foto.jpg", "Exif\0\0MM"],
    [new Uint8Array(png), "foto.png", "eXIfMM"],
  ] as const) {
    const read = await readRequestDocument(file(bytes, name));
    const kept = typeof read === "string" ? read : read.content.toString("latin1");
    expect(kept, name).not.toMatch(/GPS|Ana|2026/);
    const at = kept.indexOf(turned) + turned.length - 2;
    expect(kept.charCodeAt(at + 19), name).toBe(6);
  }
});

test.each([
  ["foto.png", pixel, "foto.png"],
  ["FOTO.PNG", pixel, "FOTO.PNG"],
  ["foto.png.exe", pixel, "foto.png.exe.png"],
  ["fotopng", pixel, "fotopng.png"],
  ["foto.jpg", picture, "foto.jpg"],
  ["foto.JFIF", picture, "foto.JFIF"],
  ["foto.jpg.txt", picture, "foto.jpg.txt.jpg"],
  ["fotojpg", picture, "fotojpg.jpg"],
])("the picture %s keeps its name, or gets the ending of what it is", async (name, content, kept) => {
  const read = await readRequestDocument(file(new Uint8Array(content), name));
  expect(read).toMatchObject({ name: kept, content: Buffer.from(content) });
});
