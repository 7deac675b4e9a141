import { expect, test } from "vitest";
import { readPesos } from "@/domain/import/cells";

const LARGEST = 20_000_000;
const read = (cell: string) => {
  const pesos = readPesos(cell, LARGEST);
  return pesos.ok ? pesos.value : [pesos.code, pesos.fact].filter((part) => part !== undefined).join(" ");
};

test.each([
  ["1", 1],
  ["000135", 135],
  ["1.000", 1_000],
  ["12.000", 12_000],
  ["123.000", 123_000],
  ["1.234.567", 1_234_567],
  ["1 234 567", 1_234_567],
  ["12\u00a0345", 12_345],
  ["123\u2009456", 123_456],
  ["123\u202f456", 123_456],
  ["$135.000,0", 135_000],
  ["135.000,00 ", 135_000],
  ["20.000.000", LARGEST],
])("«%s» is %i pesos", (cell, pesos) => {
  expect(read(cell)).toBe(pesos);
});

test.each([
  ["", "empty"],
  [" \u00a0", "empty"],
  ["1E5", "scientific"],
  ["12e5", "scientific"],
  ["1.35E+5", "scientific"],
  ["1,35E-15", "scientific"],
  ["x1E5", "value_letter"],
  ["1E5x", "value_letter"],
  ["1.E5", "value_letter"],
  ["135k", "value_letter"],
  ["1O5", "value_letter"],
  ["1234.000", "value_shape"],
  ["1234 000", "value_shape"],
  ["12.00", "value_shape"],
  ["12.0000", "value_shape"],
  ["12 00", "value_shape"],
  ["12 0000", "value_shape"],
  ["0.135", "value_shape"],
  ["0 135", "value_shape"],
  ["1.000 000", "value_shape"],
  ["1,000", "value_shape"],
  ["..", "value_shape"],
  ["135%", "value_shape"],
  ["135000,50", "value_not_whole"],
  ["135000,05", "value_not_whole"],
  ["135000,1", "value_not_whole"],
  ["0", "value_not_positive"],
  ["000", "value_not_positive"],
  ["0,00", "value_not_positive"],
  ["-1", "value_not_positive"],
  ["20.000.001", "value_too_large 20000000"],
  ["1".repeat(400), "value_too_large 20000000"],
])("«%s» is no amount: %s", (cell, code) => {
  expect(read(cell)).toBe(code);
});
