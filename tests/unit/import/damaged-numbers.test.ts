import { expect, test } from "vitest";
import { damageOf } from "@/domain/import/damage";
import { readAgreementNumber, readIdNumber, readNit, readOrderNumber } from "@/domain/import/identifiers";
import type { IdentityKind } from "@/model/identity/identity-document";
import { nitCheckDigit } from "@/model/identity/nit";

type Read = ReturnType<typeof readNit>;
const result = (read: Read) =>
  read.ok ? read.value : [read.code, read.fact].filter((part) => part !== undefined).join(" ");

test.each([
  ["negative", ["-1", "−1", "–1", "—1", "(1)", "()", "1-", "900.765,432-", "12−", "12–", "12—"]],
  ["scientific", ["8E6", "8e6", "82E16", "8.2E8", "8,25E8", "8E+6", "8E-6"]],
  ["looks_like_day", ["01/02/2026", "2026-02-01", "1.2-26", "1/26", "ENE-26", "2026 ene", "1-ENE-26T00:00"]],
  [
    "decimals",
    [
      "12.",
      "12,",
      "12.000",
      "12,0",
      "1.234.",
      "1.234.567.0",
      "1,5",
      "12.34",
      "1.234,5",
      "1,234.5",
      "1,234,567.89",
      "123.456.",
      "123.456.00",
      "123.456,5",
      "123.456.789,5",
      "123,456.555",
    ],
  ],
  ["control_characters", ["1\u200b", "\u00ad"]],
])("a program's damage to a number is seen: %s", (code, texts) => {
  for (const text of texts) expect(damageOf(text), text).toBe(code);
});

test.each([
  ...[
    "1",
    "H-1",
    "1-2",
    "x1-",
    "1-x",
    "x(1)",
    "(1)x",
    "x8E6",
    "8E6x",
    "E6",
    "8E",
    "8.E6",
    "x12.",
    "12.x",
    "1.345",
  ],
  ...[
    "x1.234.",
    "1.234.x",
    "12.34x",
    "x12.34",
    "1.234,x",
    "1234.567.0",
    "1.23.",
    "1,234",
    "1.234.567",
    "x1,234.5",
    "1,23.5",
  ],
  ...["1,234.x", "1234,567.8", "x1.234,5", "x01/02/2026", "ENE", "1.2.2026"],
])("«%s» is not taken for damage", (text) => {
  expect(damageOf(text)).toBeNull();
});

test.each([
  [" 0810022 ", "0810022"],
  ["h1", "H1"],
  ["1".repeat(20), "1".repeat(20)],
  ["1".repeat(21), "number_shape"],
  ["H", "number_shape"],
  ["H-1", "number_shape"],
  ["", "empty"],
  ["  ", "empty"],
  ["000", "zero_number"],
  ["0001", "0001"],
  ["1000", "1000"],
  ["O", "number_shape"],
  ["O1", "letter_o"],
  ["1O", "letter_o"],
  ["o1o", "letter_o"],
  ["HO1", "HO1"],
  ["O1H", "O1H"],
  ["1.000", "decimals"],
  ["1.000.000", "thousands"],
  ["1 000", "thousands"],
])("the order number «%s» is read as %s", (cell, value) => {
  expect(result(readOrderNumber(cell))).toBe(value);
});

const NIT = "820246633";
const DIGIT = nitCheckDigit(NIT);
test.each([
  ["123456", "123456"],
  ["12345", "nit_shape"],
  ["1234567890", "1234567890"],
  ["12345678901", "nit_shape"],
  ["012345678", "nit_shape"],
  ["x123456", "nit_shape"],
  ["123456x", "nit_shape"],
  [`${NIT}-${DIGIT}`, NIT],
  [` ${NIT} - ${DIGIT} `, NIT],
  [`${NIT}–${DIGIT}`, NIT],
  [`820.246.633-${DIGIT}`, NIT],
  [`820 246 633-${DIGIT}`, NIT],
  ["820.246.633", NIT],
  ["900.000.000", "900000000"],
  ["820 246 633", NIT],
  [`${NIT}-${(DIGIT + 1) % 10}`, "check_digit"],
  [`${NIT}--${DIGIT}`, "nit_shape"],
  [`${NIT}-${DIGIT}1`, "nit_shape"],
  [`x${NIT}-${DIGIT}`, "nit_shape"],
  ["12345-1", "nit_shape"],
  ["82.0246.633-1", "nit_shape"],
  ["82.0246.633", "nit_shape"],
  ["", "empty"],
  [" ", "empty"],
  ["8E6", "scientific"],
])("the NIT «%s» is read as %s", (cell, value) => {
  expect(result(readNit(cell))).toBe(value);
});

test("a check digit behind its hyphen belongs to a NIT of six to ten digits or in groups", () => {
  for (const number of ["123456", "1234567890"])
    expect(result(readNit(`${number}-${nitCheckDigit(number)}`))).toBe(number);
  for (const number of ["12345", "12345678901"])
    expect(result(readNit(`${number}-${nitCheckDigit(number)}`))).toBe("nit_shape");
});

const CC = "1043000001";
test.each<[IdentityKind | undefined, string, string]>([
  ["CC", "", "empty"],
  [undefined, " ", "empty"],
  ["CC", "8E6", "scientific"],
  ["CC", "72123456", "72123456"],
  ["CC", "7212O456", "letter_o"],
  ["CC", "O72123456", "letter_o"],
  ["CC", "72.123.45O", "letter_o"],
  ["CC", "7O", "letter_o"],
  [undefined, "7212O456", "letter_o"],
  ["PA", "7212O456", "7212O456"],
  ["RC", "O72123456", "O72123456"],
  ["CC", "xO72123456", "id_shape CC"],
  ["CC", "OO", "id_shape CC"],
  ["CC", `${CC}-${nitCheckDigit(CC)}`, CC],
  ["CE", `412345-${nitCheckDigit("412345")}`, "412345"],
  [undefined, `${CC}-${nitCheckDigit(CC)}`, CC],
  [undefined, `${CC}-${(nitCheckDigit(CC) + 1) % 10}`, "check_digit"],
  ["PA", "123456-9", "id_shape PA"],
  ["TI", `${CC}-${nitCheckDigit(CC)}`, "id_shape TI"],
  ["CC", "1.1.26", "looks_like_day"],
  ["CC", "10.11.2026", "looks_like_day"],
  ["CC", "2026.1.11", "looks_like_day"],
  ["CC", "1.043.000.001", CC],
  ["CC", "1 043 000 001", CC],
  ["CC", "1.043.000.000", "1043000000"],
  ["CC", "1.043.000.0000", "decimals"],
  ["CC", "1.043.000.00", "decimals"],
  ["CC", "1.043.000.", "decimals"],
  ["CC", "10.43.000001", CC],
  ["CC", "12.3.456", "123456"],
  ["CC", "1.2.345", "id_shape CC"],
  ["CC", "0.12.34567", "id_shape CC"],
  ["CC", "x12.3.456", "id_shape CC"],
  ["CC", "12.3.456x", "id_shape CC"],
  ["CC", "1..23456", "id_shape CC"],
  ["PA", "ab 123-456", "AB123456"],
  ["PA", "AB--123456", "id_shape PA"],
  ["PA", "AB_123456", "id_shape PA"],
  ["PA", "-AB123", "negative"],
  ["PA", "AB123-", "id_shape PA"],
  [undefined, "ab 123-456", "AB123456"],
  ["CC", "ab 123-456", "id_shape CC"],
  ["PPT", "123 4567", "id_shape PPT"],
  [undefined, "12 34", "12 34"],
  ["CC", "12", "id_shape CC"],
  [undefined, "12", "12"],
])("the ID number %s «%s» is read as %s", (kind, cell, value) => {
  expect(result(readIdNumber(cell, kind))).toBe(value);
});

test.each([
  [" cv-1 ", "CV-1"],
  ["x".repeat(40), "X".repeat(40)],
  ["x".repeat(41), "too_long 40"],
  ["0", "zero_number"],
  ["000", "zero_number"],
  ["0001", "0001"],
  ["1000", "1000"],
  ["", "empty"],
  ["8E6", "scientific"],
  ["12.0", "decimals"],
  ["MU#OZ-龍", "paper_letters 龍"],
])("the convenio number «%s» is read as %s", (cell, value) => {
  expect(result(readAgreementNumber(cell))).toBe(value);
});

test.each([
  ["12345678901-3", "CC", "id_shape CC"],
  ["1 2345678-5", "CC", "id_shape CC"],
  ["123.45.678", "CC", "12345678"],
  ["AO1", "CC", "id_shape CC"],
  ["1OA", "CC", "id_shape CC"],
  ["O12A", "CC", "id_shape CC"],
  ["O12", "CC", "letter_o"],
] as const)("the number %s of a %s is read as %s", (cell, kind, value) => {
  expect(result(readIdNumber(cell, kind))).toBe(value);
});

test("a number with a sign behind its decimals is no decimal number", () => {
  for (const text of ["123.456,5x", "123,456.5x"]) expect(damageOf(text), text).toBeNull();
});
