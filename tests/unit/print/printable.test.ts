import { expect, test } from "vitest";
import { printable } from "@/domain/print/printable";

const read = (typed: unknown, longest = 10) => {
  const { success, data, error } = printable("nameMissing", longest).safeParse(typed);
  return success ? data : error.issues.map(({ message }) => message);
};

test("a typed line is taken in letters of the paper, with single spaces", () => {
  expect(read("  El \n\t Prado  ")).toBe("El Prado");
  expect(read("Łódź")).toBe("Lódz");
});

test("an empty line is missing, and one letter is none too few", () => {
  for (const typed of ["", "  \n ", undefined, 7]) expect(read(typed)).toEqual(["nameMissing"]);
  expect(read("x")).toBe("x");
});

test("a line is as long as its field after its spaces are out, and its letters are on the paper", () => {
  expect(read(` ${"x".repeat(10)} `)).toBe("x".repeat(10));
  expect(read("x".repeat(11))).toEqual(["tooLong:10"]);
  expect(read("El 龍 Prado", 60)).toEqual(["paperLetters"]);
});
