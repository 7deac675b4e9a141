import fc from "fast-check";
import { expect, test } from "vitest";
import { disposition } from "@/lib/http/disposition";

test("a served file name can neither end its header nor leave its folder, and keeps its letters (RFC 6266)", () => {
  expect(disposition(true, "Cámara de Ana.pdf")).toBe(
    "attachment; filename=\"Camara de Ana.pdf\"; filename*=UTF-8''C%C3%A1mara%20de%20Ana.pdf",
  );
  expect(disposition(false, '"; filename="x.exe\r\nSet-Cookie: a=b')).toBe(
    "inline; filename=\"filenamex.exeSet-Cookie ab\"; filename*=UTF-8''%22%3B%20filename%3D%22x.exe%0D%0ASet-Cookie%3A%20a%3Db",
  );
  expect(disposition(true, "日本")).toMatch(/^attachment; filename="documento"; filename\*=UTF-8''%E6/);
});

test("whatever the name, the header is one line of ASCII with one quoted name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(disposition(true, name)).toMatch(
        /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.~!%-]*$/,
      );
    }),
  );
});
