import fc from "fast-check";
import { expect, test } from "vitest";
import { beginningsOf, folded, holds, marked, wordsOf } from "@/domain/manual/search";

test("accents and case do not count when the manual is searched", () => {
  expect(holds("Sin internet: ÁBRALO después", wordsOf("abralo DESPUÉS"))).toBe(true);
  expect(holds("Anulación", wordsOf("anulacion"))).toBe(true);
  expect(holds("Anulación", wordsOf("anulaciones"))).toBe(false);
  expect(holds("lo que sea", wordsOf("  ¿? "))).toBe(true);
});

test.each([
  ["anular", "el mismo punto de pago lo anula", true],
  ["invitar", "Quien invita", true],
  ["vencida", "Se venció", true],
  ["pagar", "La entidad lo pagó", false],
  ["pagar", "Pagado: la entidad lo pagó", true],
  ["quitar", "Quien se va se quita del equipo", true],
  ["registering", "Registers the use", true],
  ["uno", "una", false],
])("a text is found by the beginning of %j", (typed, text, found) => {
  expect(holds(text, beginningsOf(wordsOf(typed)))).toBe(found);
});

test("what was looked for is marked with the letters of the text", () => {
  expect(marked("La Cédula y la cedula", wordsOf("cédula"))).toEqual([
    { text: "La ", hit: false },
    { text: "Cédula", hit: true },
    { text: " y la ", hit: false },
    { text: "cedula", hit: true },
  ]);
});

test("marking never changes a text, and what is compared is as long as it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
      expect(folded(text)).toHaveLength(text.length);
      const pieces = marked(text, wordsOf(query));
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    }),
  );
});
