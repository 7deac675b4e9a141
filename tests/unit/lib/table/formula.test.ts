import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeFormula, unescapeFormula } from "@/lib/table/formula";

// Text as attackers write it: signs that begin formulas, separators, apostrophes, quotes and blanks in any mixture.
const hostile = fc
  .array(fc.constantFrom(..."=+-@＝＋－＠',;\" \u00a0\u200b\ufeffA1|".split("")), { maxLength: 12 })
  .map((signs) => signs.join(""));
const anyText = fc.oneof(hostile, fc.string({ unit: "binary" }), fc.string());

test.each([
  "=1+1",
  "+57",
  "-2",
  "@SUM(A1)",
  "＝1",
  "＋1",
  "－1",
  "＠A",
  " =1",
  "\u200b=1",
  '"=1',
  "x;=1",
  "x, =1",
])("%j is exported with an apostrophe", (text) => {
  expect(escapeFormula(text)).toHaveLength(text.length + 1);
  expect(unescapeFormula(escapeFormula(text))).toBe(text);
});

test.each(["Calzado", "0012345", "Pérez - Díaz", "a@b.co", "'tis", "1=1", "", "N° 3"])(
  "%j is exported unchanged",
  (text) => {
    expect(escapeFormula(text)).toBe(text);
    expect(unescapeFormula(text)).toBe(text);
  },
);

test("no exported text starts a formula, at its beginning or after a separator", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const part of escapeFormula(text).split(/[,;]/))
        expect(part.replace(/^[\s\p{Cf}"]+/u, "")).not.toMatch(/^[=+\-@＝＋－＠]/);
    }),
    { numRuns: 5_000 },
  );
});

test("every text survives export and import, also with leading apostrophes", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unescapeFormula(escapeFormula(text))).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});
