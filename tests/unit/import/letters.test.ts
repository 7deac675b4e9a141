import { expect, test } from "vitest";
import { hasHiddenSigns } from "@/domain/import/cells";
import { readName, readText } from "@/domain/import/text";

const result = (read: ReturnType<typeof readText>) =>
  read.ok ? read.value : [read.code, read.fact].filter((part) => part !== undefined).join(" ");

test("signs that do not show are seen anywhere in a text; line ends and tabs are let by", () => {
  for (const text of ["a\tb\nc\r", "Ñúñez", "", "😀"]) expect(hasHiddenSigns(text), text).toBe(false);
  for (const text of ["\u200bAna", "Ana\u0007", "A\ud800", "\ufffd", "\uffff"])
    expect(hasHiddenSigns(text)).toBe(true);
});

test.each([
  [" Calle  1 \n Prado ", "Calle 1 Prado"],
  ["12345678", "12345678"],
  ["123456789", "123456789"],
  ["", "empty"],
  ["  ", "empty"],
  ["1234567890123456", "too_long 15"],
  ["    1234    5    ", "1234 5"],
  ["MUÃ\u0091OZ", "control_characters"],
  ["N?ñez", "odd_letters"],
  ["¿Qué?", "¿Qué?"],
  ["龍 龍 鬼", "paper_letters 龍 鬼"],
  ["一二三四五六", "paper_letters 一 二 三 四 五"],
])("the text «%s» is read as %s", (cell, value) => {
  expect(result(readText(cell, 15))).toBe(value);
});

test("an optional text may be empty", () => {
  expect(result(readText("  ", 15, { optional: true }))).toBe("");
  expect(result(readText("  ", 15, {}))).toBe("empty");
});

test.each([
  ["A", "A"],
  ["1a", "1a"],
  ["Ana 26", "Ana 26"],
  ["8E6", "scientific"],
  ["1,04E+09", "scientific"],
  ["ENE-26", "looks_like_day"],
  ["1-nov", "looks_like_day"],
  ["123", "not_a_name"],
  ["-", "not_a_name"],
  ["", "empty"],
  ["X".repeat(121), "too_long 120"],
  ["Ana¿", "odd_letters"],
  ["A#B", "odd_letters"],
  ["A#1", "odd_letters"],
  ["A ##B", "A ##B"],
  ["# Ana", "# Ana"],
  ["An\u200ba?", "control_characters"],
])("the name «%s» is read as %s", (cell, value) => {
  expect(result(readName(cell, 120))).toBe(value);
});

test.each([
  ["NÃºÃ±ez", "twice_encoded"],
  ["PEÃ‘A", "twice_encoded"],
  ["Â¿QuÃ©?", "twice_encoded"],
  ["SÃO JOÃO", "SÃO JOÃO"],
  ["Ã", "Ã"],
  ["Â", "Â"],
  ["ÃŁ", "ÃL"],
  ["Ãʱ", "paper_letters ʱ"],
  ["Ãñ", "Ãñ"],
  ["Ñúñez", "Ñúñez"],
])("«%s», read in one alphabet and written in another or not, is %s", (cell, value) => {
  expect(result(readName(cell, 120))).toBe(value);
});
