import { expect, test } from "vitest";
import { readAgreementNumber, readIdNumber, readOrderNumber } from "@/domain/import/identifiers";
import { identityKinds } from "@/model/identity/identity-document";

test.each([
  ["0800021.0", "decimals"],
  ["800023.00", "decimals"],
  ["800.022", "thousands"],
  ["9.000.050", "thousands"],
  ["9 000 050", "thousands"],
  ["1.234,00", "decimals"],
  ["01/02/2026", "looks_like_day"],
  ["2026-02-01", "looks_like_day"],
  ["1-2-26", "looks_like_day"],
  ["01/02/2026 12:00:00 a. m.", "looks_like_day"],
  ["ENE-26", "looks_like_day"],
  ["ene-26", "looks_like_day"],
  ["26-ene", "looks_like_day"],
  ["01-feb-2026", "looks_like_day"],
  ["0", "zero_number"],
  ["0000000", "zero_number"],
  ["OCT26", "looks_like_day"],
  ["oct2026", "looks_like_day"],
  ["26OCT", "looks_like_day"],
  ["1oct26", "looks_like_day"],
  ["DIC1", "looks_like_day"],
  ["1-2", "looks_like_day"],
  ["10-2026", "looks_like_day"],
  ["2026-10", "looks_like_day"],
  ["12:30", "looks_like_day"],
  ["8E6", "scientific"],
  ["1,04E+09", "scientific"],
  ["-800021", "negative"],
  ["(800021)", "negative"],
  ["O820004", "letter_o"],
  ["82O004", "letter_o"],
  ["+800021", "number_shape"],
  ["800021?", "number_shape"],
  ["8A-1", "number_shape"],
  ["SIN", "number_shape"],
  ["8000２1", "number_shape"],
  ["8000\u200b21", "control_characters"],
  ["", "empty"],
])("the order number %s is refused: %s", (cell, code) => {
  expect(readOrderNumber(cell)).toMatchObject({ ok: false, code });
});

test.each(["0000001", "OCT0001", "OCT2126", "MAR000126", "26OCT001", "AB26", "MARZ26", "9OCT9"])(
  "the order number %s is accepted: not every number with a month's letters is a date",
  (cell) => expect(readOrderNumber(cell)).toEqual({ ok: true, value: cell }),
);

test("a convenio number may begin with a year, and zeros alone are no number", () => {
  for (const cell of ["12-2026", "001-2026", "CV-1"])
    expect(readAgreementNumber(cell)).toEqual({ ok: true, value: cell });
  expect(readAgreementNumber("000")).toMatchObject({ code: "zero_number" });
  for (const kind of identityKinds) expect(readIdNumber("0".repeat(10), kind)).toMatchObject({ ok: false });
});
