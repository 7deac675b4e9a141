import { expect, test } from "vitest";
import {
  charactersMissing,
  hasShape,
  isOrderNumber,
  orderNumberReadings,
  orderNumberReadingsOfAny,
  shapeFault,
  withoutWords,
} from "@/model/order-number";

test.each([
  ["0004521", true],
  ["AB-12/3.4", true],
  ["A", true],
  ["9".repeat(20), true],
  ["9".repeat(21), false],
  ["", false],
  ["-12", false],
  ["ab", false],
  ["12 3", false],
  [" 12", false],
  ["12#", false],
])("%j is an order's number: %s", (number, is) => {
  expect(isOrderNumber(number)).toBe(is);
});

test("a kind without limits takes every number, and each of its three limits restricts it", () => {
  const free = { digitsOnly: false, shortest: 1, longest: 20 };
  expect(hasShape(free)).toBe(false);
  expect(hasShape({ ...free, digitsOnly: true })).toBe(true);
  expect(hasShape({ ...free, shortest: 2 })).toBe(true);
  expect(hasShape({ ...free, longest: 19 })).toBe(true);
});

test("a number of a file is told whether its letters or its length do not fit its kind", () => {
  const mixed = { digitsOnly: false, shortest: 3, longest: 5 };
  expect(["AB1", "12345"].map((number) => shapeFault(number, mixed))).toEqual([null, null]);
  expect(["AB", "123456"].map((number) => shapeFault(number, mixed))).toEqual(["kind_length", "kind_length"]);
  const digits = { ...mixed, digitsOnly: true };
  expect(["123", "12345"].map((number) => shapeFault(number, digits))).toEqual([null, null]);
  for (const number of ["12", "123456", "A123", "12-3"])
    expect(shapeFault(number, digits)).toBe("kind_digits");
});

const series = { prefix: "BE", length: 6 };

test.each([
  ["1", "BE0001"],
  ["0012", "BE0012"],
  ["No. 12", "BE0012"],
  ["1 234", "BE1234"],
  ["as 12", "BE0012"],
])("%j without its letters is %s of the own series", (typed, written) => {
  expect(charactersMissing(typed, "AS", series)).toBe(written);
});

test.each(["12345", "BE0001", "A12", "12A", "", "  "])("%j lacks no letters of the own series", (typed) => {
  expect(charactersMissing(typed, "AS", series)).toBeNull();
});

test("words before a number are left out, letters of the number and short words are not", () => {
  for (const [typed, number] of [
    ["Adelanto por subsidios H 12", "H 12"],
    ["Bono - escolar: 317", "317"],
    ["ORDEN 12", "12"],
    ["subsidio AB-12", "AB-12"],
    ["Educación 7", "7"],
    ["ABC 12", "ABC 12"],
    ["Bono", "Bono"],
    ["Bono H", "Bono H"],
    ["12 Bono 7", "12 Bono 7"],
  ] as const)
    expect(withoutWords(typed), typed).toBe(number);
});

test("a text of more than eighty signs is not searched for words", () => {
  const words = (length: number) => `${"palabra ".repeat(20).slice(0, length - 3)} 12`;
  expect(withoutWords(words(80))).toBe("12");
  expect(withoutWords(words(81))).toBe(words(81));
});

test("where the kind is not known, the code of any that was typed may stand before the number", () => {
  expect(orderNumberReadingsOfAny("as 12", ["AS", "BE"])).toContain("12");
  expect(orderNumberReadingsOfAny("x be7-12", ["AS"])).not.toContain("12");
  expect(orderNumberReadingsOfAny("be7-12", ["AS", "be7"])).toContain("12");
  expect(orderNumberReadingsOfAny("12", ["AS", "BE"])).toEqual(["12"]);
});

test("the keys of a number come once each, the exact spelling first and the barest last, without zeros in front", () => {
  expect(orderNumberReadings("000-4521", "AS")).toEqual(["-4521", "4521"]);
  expect(orderNumberReadings("O004521", "AS")).toEqual(["O004521", "4521"]);
  expect(orderNumberReadings("as 0012", "AS")).toEqual(["AS0012", "12"]);
  expect(orderNumberReadings("as 0012", "BE")).toEqual(["AS0012"]);
});
