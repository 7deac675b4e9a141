import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMillions, formatPesos, LARGEST_IN_WORDS, pesosInWords } from "@/lib/format/money";

test.each([
  [0, "cero pesos"],
  [1, "un peso"],
  [16, "dieciséis pesos"],
  [21, "veintiún pesos"],
  [31, "treinta y un pesos"],
  [100, "cien pesos"],
  [101, "ciento un pesos"],
  [1_000, "mil pesos"],
  [21_000, "veintiún mil pesos"],
  [45_726, "cuarenta y cinco mil setecientos veintiséis pesos"],
  [480_000, "cuatrocientos ochenta mil pesos"],
  [1_000_000, "un millón de pesos"],
  [1_000_001, "un millón un pesos"],
  [21_000_000, "veintiún millones de pesos"],
  [100_000_000, "cien millones de pesos"],
  [1_000_000_000, "mil millones de pesos"],
  [
    999_999_999_999,
    "novecientos noventa y nueve mil novecientos noventa y nueve millones novecientos noventa y nueve mil novecientos noventa y nueve pesos",
  ],
])("%i in words is %s", (pesos, words) => {
  expect(pesosInWords(pesos)).toBe(words);
});

const amounts = fc.integer({ min: 0, max: LARGEST_IN_WORDS });

test("two values never have the same words", () => {
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      fc.pre(one !== other);
      expect(pesosInWords(one)).not.toBe(pesosInWords(other));
    }),
  );
});

test("formatted digits are parsed to the same value", () => {
  fc.assert(
    fc.property(amounts, (pesos) => {
      expect(formatPesos(pesos)).toMatch(/^\$\d{1,3}(\.\d{3})*$/);
      expect(Number(formatPesos(pesos).replace(/[$.]/g, ""))).toBe(pesos);
    }),
  );
  expect(formatPesos(480_000)).toBe("$480.000");
});

test("an invalid amount has no words", () => {
  for (const wrong of [-1, 1.5, LARGEST_IN_WORDS + 1]) expect(() => pesosInWords(wrong)).toThrow(RangeError);
});

test("a picture writes pesos in millions with one decimal", () => {
  expect([0, 49_999, 50_000, 480_000, 12_340_000, 1_999_960_000].map(formatMillions)).toEqual([
    ...["0,0 M", "0,0 M", "0,1 M", "0,5 M", "12,3 M", "2.000,0 M"],
  ]);
});
