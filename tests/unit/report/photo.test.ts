import { expect, test } from "vitest";
import { LARGEST_PHOTO_BYTES, readPhoto } from "@/domain/report/photo";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);
const file = (content: Uint8Array<ArrayBuffer>, name = "orden.png") => new File([content], name);

test("a picture is taken by its bytes, whatever its name says", async () => {
  const read = await readPhoto(file(new Uint8Array(png), "orden.txt"));
  expect(read).toMatchObject({ type: "image/png" });
  expect(await readPhoto(file(new Uint8Array(Buffer.from("%PDF-1.7")), "orden.png"))).toBe(
    "photoNotReadable",
  );
});

test("no file chosen is no photo; an empty one that was chosen is told", async () => {
  expect(await readPhoto(null)).toBeNull();
  expect(await readPhoto("orden.png")).toBeNull();
  expect(await readPhoto(file(new Uint8Array(0), ""))).toBeNull();
  expect(await readPhoto(file(new Uint8Array(0)))).toBe("photoEmpty");
});

test("a photo of ten megabytes is looked at, one byte more is too big", async () => {
  expect(LARGEST_PHOTO_BYTES).toBe(10_485_760);
  expect(await readPhoto(file(new Uint8Array(LARGEST_PHOTO_BYTES)))).toBe("photoNotReadable");
  expect(await readPhoto(file(new Uint8Array(LARGEST_PHOTO_BYTES + 1)))).toBe("photoTooBig");
});

test("a picture that ends in the middle is not readable", async () => {
  expect(await readPhoto(file(new Uint8Array(png.subarray(0, 20))))).toBe("photoNotReadable");
});
