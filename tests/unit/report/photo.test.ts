import { expect, test } from "vitest";
import { LARGEST_PHOTO_BYTES, photoNames, photoOf, readPhoto } from "@/domain/report/photo";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);
const file = (content: Uint8Array<ArrayBuffer>, name = "orden.png") => new File([content], name);

test("a photo's type is detected from its bytes, not from its name", async () => {
  const read = await readPhoto(file(new Uint8Array(png), "orden.txt"));
  expect(read).toMatchObject({ type: "image/png" });
  expect(await readPhoto(file(new Uint8Array(Buffer.from("%PDF-1.7")), "orden.png"))).toBe(
    "photoNotReadable",
  );
});

test("no chosen file is no photo; an empty file is an error", async () => {
  expect(await readPhoto(null)).toBeNull();
  expect(await readPhoto("orden.png")).toBeNull();
  expect(await readPhoto(file(new Uint8Array(0), ""))).toBeNull();
  expect(await readPhoto(file(new Uint8Array(png), ""))).toMatchObject({ type: "image/png" });
  expect(await readPhoto(file(new Uint8Array(0)))).toBe("photoEmpty");
});

test("a photo of ten megabytes is accepted, one byte more is too large", async () => {
  expect(LARGEST_PHOTO_BYTES).toBe(10_485_760);
  expect(await readPhoto(file(new Uint8Array(LARGEST_PHOTO_BYTES)))).toBe("photoNotReadable");
  expect(await readPhoto(file(new Uint8Array(LARGEST_PHOTO_BYTES + 1)))).toBe("photoTooBig");
});

test("a truncated photo is unreadable", async () => {
  expect(await readPhoto(file(new Uint8Array(png.subarray(0, 20))))).toBe("photoNotReadable");
});

test("a kept file is a photo when it is a JPEG or a PNG, and has a name that tells nothing of the phone", () => {
  for (const type of ["image/jpeg", "image/png"] as const)
    expect(photoOf({ name: "IMG_2031.jpg", type, content: png } as never)).toEqual({ type, content: png });
  expect(photoOf({ type: "application/pdf", content: png })).toBeNull();
  expect(photoOf(null)).toBeNull();
  expect(photoNames).toEqual({ "image/jpeg": "foto.jpg", "image/png": "foto.png" });
});
