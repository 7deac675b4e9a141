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
