import fc from "fast-check";
import { expect, test } from "vitest";
import { readPesos } from "@/domain/lookup/comparison";
import { formatPesos } from "@/lib/format/money";

for (const typed of [
  "480000",
  "480.000",
  "$480.000",
  "$ 480.000",
  "480.000,00",
  "480.000,0",
  "480 000",
  " $480.000,00 ",
  "480.000 pesos",
  "480.000 M/CTE",
  "480.000.-",
  "480,000",
  "480,000.00",
  "COP 480.000",
  "000480000",
  "\u202a$480.000\u202c",
  "４８０．０００",
  "$\u00a0480.000",
  "48O.000",
  "COP $ 480.000",
  "480.000 Pesos M/cte.",
]) {
  test(`"${typed}" is parsed as 480000 pesos`, () => expect(readPesos(typed)).toBe(480_000));
}

test("the letter O stands for a zero anywhere in an amount that has a digit", () => {
  expect(["1O.OOO", "o48.OO0", "1'OOO.000,OO", "OOO", "O,00O X"].map(readPesos)).toEqual([
    10_000,
    48_000,
    1_000_000,
    null,
    null,
  ]);
});

test("an apostrophe separates millions, as in Colombian handwriting", () => {
  expect(readPesos("1'200.000")).toBe(1_200_000);
  expect(readPesos("1’200.000,00")).toBe(1_200_000);
});

for (const typed of [
  "",
  "$",
  "480.00",
  "480,50",
  "48.0000",
  "4.80.000",
  "-480000",
  "1e6",
  "cuatrocientos",
  "480.000,001",
  "480.000²",
  "O",
  "−480.000",
  "(480.000)",
]) {
  test(`"${typed}" is not an amount`, () => expect(readPesos(typed)).toBeNull());
}

test("every formatted amount is parsed to itself, and no two amounts are confused", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (pesos) => {
      expect(readPesos(formatPesos(pesos))).toBe(pesos);
      expect(readPesos(`${formatPesos(pesos)},00`)).toBe(pesos);
      expect(readPesos(String(pesos))).toBe(pesos);
    }),
  );
});

test.each([
  ["0", 0],
  ["7", 7],
  ["1.000", 1_000],
  ["12.345.678", 12_345_678],
  ["1,200,000", 1_200_000],
  ["1,200,000.00", 1_200_000],
  ["999", 999],
  ["1´200´000", 1_200_000],
  ["1`200.000", 1_200_000],
  ["5,0", 5],
  ["5,00", 5],
  ["5,001", 5_001],
  ["1.000,0", 1_000],
  ["480.000-", 480_000],
  ["480.000 pesos COP", 480_000],
  ["$$480.000", 480_000],
  ["Pesos 480.000", 480_000],
  ["O5", 5],
  ["480.000 m/cte", 480_000],
  ["999.999.999.999", 999_999_999_999],
])("%j is %i pesos", (typed, pesos) => {
  expect(readPesos(typed)).toBe(pesos);
});

test.each([
  "1.000.000.000.000",
  "1000.000",
  "1000,000",
  ".000",
  ",000",
  "1,200.000",
  "1.200,000",
  "1,200,00",
  "1,200.0",
  "1,200,000,00",
  "1.00",
  "1.0000",
  "480,000x",
  "x480.000",
  "x480,000",
  "480.000x",
  "x480",
  "480x",
  "5,",
  "5,1",
  "5,000,",
  "1.000,1",
  "1,000.01",
  "1,000.000",
  "480 pesos 000",
  "480$",
  "OO",
])("%j says no amount for sure", (typed) => {
  expect(readPesos(typed)).toBeNull();
});
