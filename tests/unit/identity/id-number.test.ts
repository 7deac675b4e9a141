import { expect, test } from "vitest";
import {
  bareIdNumber,
  type IdentityKind,
  idReadings,
  idSpellings,
  isIdentityKind,
  isIdNumberOf,
  normaliseIdNumber,
  readIdNumber,
  tailOf,
  tailReadings,
} from "@/model/identity/identity-document";

test("a kind of document is known by its code alone", () => {
  expect(["CC", "NIT", "", "cc", "XX", "toString"].filter(isIdentityKind)).toEqual(["CC", "NIT"]);
});

test.each<[kind: IdentityKind, taken: string[], refused: string[]]>([
  ["CC", ["100", "9".repeat(10)], ["10", "1".repeat(11), "0123456", "12A"]],
  ["CE", ["001", "9".repeat(10)], ["12", "1".repeat(11), "A12"]],
  ["TI", ["0".repeat(9).concat("1"), "9".repeat(11)], ["9".repeat(9), "9".repeat(12)]],
  ["RC", ["A".repeat(8), "9".repeat(11)], ["A".repeat(7), "A".repeat(12), "ABCD-123"]],
  ["PA", ["AB12", "A".repeat(16)], ["AB1", "A".repeat(17), "ÑB123"]],
  ["PPT", ["1234", "9".repeat(20)], ["123", "9".repeat(21), "A1234"]],
  ["PEP", ["9".repeat(15)], ["9".repeat(14), "9".repeat(16)]],
  ["CD", ["A12", "A".repeat(16)], ["A1", "A".repeat(17)]],
  ["SC", ["A1234", "A".repeat(16)], ["A123", "A".repeat(17)]],
  ["NIT", ["123456", "9".repeat(10)], ["12345", "9".repeat(11)]],
])("a number of %s has its shape, from the shortest to the longest", (kind, taken, refused) => {
  for (const number of taken) expect(isIdNumberOf(kind, number), number).toBe(true);
  for (const number of refused) expect(isIdNumberOf(kind, number), number).toBe(false);
});

test("zeros alone are nobody's number; zeros before or behind others are", () => {
  expect(["0000", "0001", "1000", "0100"].filter((number) => isIdNumberOf("CE", number))).toEqual([
    ...["0001", "1000", "0100"],
  ]);
});

test.each([
  ["123456-7", "123456"],
  ["1.234.567.890-1", "1234567890"],
  ["12345-6", "123456"],
  ["12345678901-1", "123456789011"],
  ["A123456-7", "A1234567"],
  ["123456-78", "12345678"],
  ["1'042´555,318", "1042555318"],
  ["ab#12/ñ", "AB12N"],
  ["001.23", "00123"],
])("the ID %j is kept as %s", (typed, kept) => {
  expect(normaliseIdNumber(typed)).toBe(kept);
});

test("a typed ID is all that it can have been meant as", () => {
  expect(idReadings("8901020441")).toEqual(["8901020441", "890102044"]);
  expect(idReadings("1042555318")).toEqual(["1042555318"]);
  expect(idReadings("C.C. 1'042.555-318")).toEqual(["CC1042555318", "1042555318"]);
  expect(idReadings(" ")).toEqual([]);
  expect(idSpellings("PA123456")).toEqual(["PA123456", "123456"]);
  expect(idSpellings("123456")).toEqual(["123456"]);
  expect([bareIdNumber("c.c. 1O4'255"), bareIdNumber("--")]).toEqual(["104255", ""]);
});

test("of several readings the one that has its kind's shape is taken, else what was typed", () => {
  expect(readIdNumber("CC", "C.C. 1O42555318")).toBe("1042555318");
  expect(readIdNumber("PA", "CC8437628")).toBe("CC8437628");
  expect(readIdNumber("CC", "a-b.c")).toBe("ABC");
});

test("what stands at the end of an ID is read as it is and with figures", () => {
  expect(tailReadings("O12l")).toEqual(["O12L", "0121", "O121"]);
  expect(tailReadings("OOOO")).toEqual(["OOOO", "0000"]);
  expect(tailReadings("A1")).toEqual(["A1"]);
  expect(tailReadings("ÉX")).toEqual(["EX"]);
  expect(tailReadings("龍1")).toEqual([]);
  expect([tailOf("1.042.555.318"), tailOf("890102044-1"), tailOf("12"), tailOf("ab-12345")]).toEqual([
    ...["5318", "2044", "12", "2345"],
  ]);
});
