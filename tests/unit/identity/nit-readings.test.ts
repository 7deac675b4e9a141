import { expect, test } from "vitest";
import {
  carriesItsCheckDigit,
  nitCheckDigit,
  nitReadings,
  type ParsedNit,
  parseCompanyNit,
  parseNit,
  searchedNit,
} from "@/model/identity/nit";

const read = (nit: string, checkDigit: number): ParsedNit => ({ ok: true, nit, checkDigit });
const no = (reason: Extract<ParsedNit, { ok: false }>["reason"]): ParsedNit => ({ ok: false, reason });
const CAJACOPI = read("890102044", 1);

test("a check digit is computed of one to fifteen digits, and of nothing else", () => {
  expect([nitCheckDigit("1"), nitCheckDigit("123456789012345")]).toEqual([8, 2]);
  for (const nit of ["", "1234567890123456", "x1", "1x", "1 2"])
    expect(() => nitCheckDigit(nit), nit).toThrow("1 to 15 digits");
});

test.each<[what: string, typed: string, apart: string, read: ParsedNit]>([
  ["nothing", " \u200b ", "", no("empty")],
  ["no digit", "--", "", no("not_a_nit")],
  ["six digits", "890102", "", read("890102", 0)],
  ["five digits", "12345", "", no("not_a_nit")],
  ["ten digits that do not end with their check digit", "1042555318", "", read("1042555318", 2)],
  ["eleven digits", "10425553180", "", no("not_a_nit")],
  ["a zero before it", "0890102", "", no("not_a_nit")],
  ["a letter before it", "A890102044", "", no("not_a_nit")],
  ["a letter before it, and its digit behind a space", "A890102044 1", "", no("not_a_nit")],
  ["a letter behind it", "890102044A", "", no("not_a_nit")],
  ["nothing behind the hyphen", "890102044-", "", CAJACOPI],
  ["a point behind the hyphen", "890102044-.", "", CAJACOPI],
  ["two hyphens", "890102-044-1", "", CAJACOPI],
  ["a wrong digit behind the hyphen", "890102044-2", "", no("wrong_check_digit")],
  ["the digit behind several spaces, and a space at the end", "890102044  1 ", "", CAJACOPI],
  ["… of the shortest NIT", "890102 0", "", read("890102", 0)],
  ["… of the longest", "1042555318 2", "", read("1042555318", 2)],
  ["six digits in two groups are no NIT with its digit", "12345 8", "", read("123458", 8)],
  ["a wrong digit behind a space belongs to the number", "1042555 3", "", read("10425553", 2)],
  ["groups of four at the end", "890 102 0441", "", no("ambiguous")],
  ["its digit apart", "890102044", "1", CAJACOPI],
  ["a wrong digit apart", "890102044", "2", no("wrong_check_digit")],
  ["its digit behind it, and again apart", "8901020441", "1", CAJACOPI],
  ["… and another apart", "8901020441", "2", no("wrong_check_digit")],
  ["a person's cédula, whose own digit is apart", "8901020441", "6", read("8901020441", 6)],
  ["one whose last is its own digit, too", "1042555311", "1", read("1042555311", 1)],
  ["its digit behind it, behind a hyphen, and apart", "8901020441-1", "1", no("wrong_check_digit")],
  ["a digit too many before its own", "89010204451", "1", no("not_a_nit")],
])("a NIT typed with %s", (_, typed, apart, result) => {
  expect(parseNit(typed, apart)).toEqual(result);
});

test.each<[typed: string, read: ParsedNit]>([
  ["890102044", CAJACOPI],
  ["8901020441", CAJACOPI],
  ["890.102.0441", CAJACOPI],
  // It does not end with its check digit, so it is a person's.
  ["1042555318", read("1042555318", 2)],
  ["8901020441-5", no("wrong_check_digit")],
  ["", no("empty")],
])("the NIT of a company typed as %j", (typed, result) => {
  expect(parseCompanyNit(typed)).toEqual(result);
});

test.each([
  ["NIT 890.102.044-1", "890102044"],
  ["8", "8"],
  ["890.10", "89010"],
  ["1042555318", "1042555318"],
  ["10425553180", null],
  ["O12", null],
  ["O123", "0123"],
  ["OOO1", null],
  ["A12345", null],
  ["12345A", null],
  ["Tienda 24", null],
  ["", null],
])("a search of %j looks for the NIT %j", (typed, nit) => {
  expect(searchedNit(typed)).toBe(nit);
});

test("only ten digits that end with the check digit of the first nine can be a NIT with it", () => {
  const carries = ["8901020441", "8901020442", "890102044", "x8901020441", "89010204411", "89010204401"];
  expect(carries.filter(carriesItsCheckDigit)).toEqual(["8901020441"]);
  expect(nitReadings("8901020441")).toEqual(["8901020441", "890102044"]);
  expect(nitReadings("8901020442")).toEqual(["8901020442"]);
});

test("zeros before a whole NIT are a program's, before a part of one they are its own digits", () => {
  expect(searchedNit("0900765432")).toBe("0900765432");
  expect(nitReadings("0900765432")).toEqual(["0900765432", "900765432"]);
  expect(searchedNit("09007654326")).toBe("09007654326");
  expect(nitReadings("09007654326")).toEqual(["09007654326", "9007654326", "900765432"]);
  expect(nitReadings("007")).toEqual(["007"]);
});
