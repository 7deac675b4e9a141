import { expect, test } from "vitest";
import { readIdNumber } from "@/domain/import/identifiers";
import { identityKinds } from "@/model/identity/identity-document";

test.each([
  ["CC", "72123456.0", "decimals"],
  ["CE", "412345.0", "decimals"],
  ["PPT", "5123456,00", "decimals"],
  ["CC", "1043000001.", "decimals"],
  ["CC", "-1043000001", "negative"],
  ["CC", "72123456-9", "check_digit"],
  ["NIT", "843464097-9", "check_digit"],
  ["PPT", "5123456-1", "id_shape"],
  ["CC", "1.04E+09", "scientific"],
  ["PA", "ENE-26", "looks_like_day"],
  ["CC", "15.12.2026", "looks_like_day"],
  ["PPT", "2026.11.01", "looks_like_day"],
  ["CE", "1.11.26", "looks_like_day"],
  ["CC", "1.2.3", "id_shape"],
  ["CE", "10.0.0.1", "id_shape"],
  ["CE", "0.123", "id_shape"],
  ["PA", "8E6", "scientific"],
  ["CC", "1043.000001", "id_shape"],
  ["CC", "1.043.000.001.0", "decimals"],
  ["CC", "1043O00001", "letter_o"],
  ["CC", "1043000001\u200b", "control_characters"],
  ["CC", "10430-00001", "id_shape"],
])("the ID number %s %s is refused: %s", (kind, cell, code) => {
  expect(
    readIdNumber(
      cell,
      identityKinds.find((known) => known === kind),
    ),
  ).toMatchObject({ ok: false, code });
});

test.each([
  ["CC", "1.043.000.001", "1043000001"],
  ["CC", " 1043000001\u00a0", "1043000001"],
  ["CC", "10.430.00001", "1043000001"],
  ["CC", "72123456-5", "72123456"],
  ["NIT", "843464097-3", "843464097"],
  ["NIT", "843.464.097-3", "843464097"],
  ["PA", "ab-123456", "AB123456"],
  ["TI", "01234567890", "01234567890"],
] as const)("the ID number %s %s is read", (kind, cell, value) => {
  expect(readIdNumber(cell, kind)).toEqual({ ok: true, value });
});
