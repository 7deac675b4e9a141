import fc from "fast-check";
import { expect, test } from "vitest";
import { identityKinds, isIdNumberOf, normaliseIdNumber } from "@/model/identity/identity-document";
import { parsePhone } from "@/model/identity/phone";

test("points, spaces and case are ignored in an ID", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{5,9}$/), (digits) => {
      const written = ` ${digits.replace(/\B(?=(\d{3})+$)/g, ".")} `;
      expect(normaliseIdNumber(written)).toBe(digits);
    }),
  );
  expect(normaliseIdNumber("ab 123-456")).toBe("AB123456");
  expect(normaliseIdNumber("890.102.044-1")).toBe("890102044");
});

test("a cédula has no check digit, and old short ones are valid", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000, max: 1_999_999_999 }), (number) => {
      expect(isIdNumberOf("CC", String(number))).toBe(true);
    }),
  );
  expect(isIdNumberOf("CC", "123")).toBe(true);
  expect(isIdNumberOf("CC", "0123456")).toBe(false);
});

test("only kinds of ID with letters accept letters", () => {
  const withLetters = identityKinds.filter((kind) => isIdNumberOf(kind, "AB12345678"));
  expect(withLetters).toEqual(["RC", "PA", "CD", "SC"]);
});

test("a Colombian phone has ten digits and is stored in E.164", () => {
  expect(parsePhone("300 123 4567")).toBe("+573001234567");
  expect(parsePhone("+57 (605) 323-5000")).toBe("+576053235000");
  expect(parsePhone("3235000")).toBeNull();
  expect(parsePhone("6031234567")).toBeNull();
});
