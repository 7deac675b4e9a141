import { expect, test } from "vitest";
import { formatIdNumber, formatNit, formatPhone, writtenNit } from "@/model/identity/format";

test("IDs, NITs and phones are formatted the Colombian way", () => {
  expect(formatIdNumber("1042555318")).toBe("1.042.555.318");
  expect(formatIdNumber("AB123456")).toBe("AB123456");
  expect(formatNit("900123456", 8)).toBe("900.123.456-8");
  expect(formatPhone("+573001234567")).toBe("300 123 4567");
  expect(formatPhone("018000123")).toBe("018000123");
});

test.each([
  ["890000000", "890.000.000-1"],
  ["890000000-1", "890.000.000-1"],
  ["8900000001", "890.000.000-1"],
  ["NIT 8900000001", "890.000.000-1"],
  ["890.000.000-1", "890.000.000-1"],
  ["900123456-8", "900.123.456-8"],
  ["900123456", "900.123.456-8"],
  // What its check digit contradicts, and what is no NIT, stays: no digit is made up.
  ["890.000.000-7", "890.000.000-7"],
  ["en trámite", "en trámite"],
  ["", ""],
])("a company's NIT stored as %j is formatted %j", (stored, written) => {
  expect(writtenNit(stored)).toBe(written);
});
