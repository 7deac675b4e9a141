import { expect, test } from "vitest";
import { otherInFile, otherSpellings } from "@/domain/import/number-spellings";
import { firstOfSeries, spellingFault } from "@/model/order-number";

const series = { prefix: "H", length: 8 };

test.each([
  ["AS914101", "kind_code"],
  ["AS0", "kind_code"],
  ["H914101", "own_series"],
  ["H00914101", "own_series"],
  ["H1", "own_series"],
  ["H0914101", null],
  ["0914101", null],
  ["BE914101", null],
  ["ASH1", null],
  ["AS", null],
  ["AS1A", null],
  ["HA914101", null],
  ["H91410A", null],
])("the number %s of the kind AS in a file: %s", (number, fault) => {
  expect(spellingFault(number, "AS", series)).toBe(fault);
});

test("without an own series only the code of the kind is refused, and a series says its first number", () => {
  expect(spellingFault("H1", "AS", undefined)).toBeNull();
  expect(spellingFault("AS1", "AS", undefined)).toBe("kind_code");
  expect(firstOfSeries(series)).toBe("H0000001");
});

test("the other spellings of a number have other zeros behind its letters, up to the longest number", () => {
  const keys = (numberKey: string) =>
    otherSpellings({ kindCode: "AS", numberKey }).map((other) => `${other.kindCode} ${other.numberKey}`);
  expect(keys("TQ01234567890123456")).toEqual(["AS TQ1234567890123456", "AS TQ001234567890123456"]);
  expect(keys("TQ00")).toHaveLength(17);
  expect(keys("TQ00")).toContain("AS TQ0");
  expect(keys("TQ1")).toContain(`AS TQ${"0".repeat(17)}1`);
  for (const number of ["914101", "9TQ01", "TQ", "0"]) expect(keys(number), number).toEqual([]);
});

test("of one file the number of the first line is answered, in its own kind", () => {
  const seen = new Map();
  const other = (kindCode: string, numberKey: string, line: number) =>
    otherInFile({ kindCode, numberKey }, line, seen);
  expect(other("AS", "TQ0914", 2)).toBeNull();
  expect(other("AS", "TQ0914", 3)).toBeNull();
  expect(other("BE", "TQ914", 4)).toBeNull();
  expect(other("AS", "TQ9140", 5)).toBeNull();
  expect(other("AS", "914", 6)).toBeNull();
  expect(other("AS", "TQ914", 7)).toBe("TQ0914");
  expect(other("AS", "TQ00914", 8)).toBe("TQ0914");
});
