import fc from "fast-check";
import { expect, test } from "vitest";
import { displayOrderNumber, isOrderNumber, normaliseOrderNumber } from "@/model/order-number";

const numbers = fc.stringMatching(/^[A-Z0-9]{1,12}$/);

test.each(["0700004", " 700004 ", "700 004", "00700004"])("%j is normalised to order 700004", (typed) => {
  expect(normaliseOrderNumber(typed)).toBe("700004");
});

test("leading zeros, spaces and case never make another order", () => {
  fc.assert(
    fc.property(numbers, fc.nat(5), (number, zeros) => {
      const typed = ` ${"0".repeat(zeros)}${number.toLowerCase()} `;
      expect(normaliseOrderNumber(typed)).toBe(normaliseOrderNumber(number));
    }),
  );
});

test("numbers that differ in more than leading zeros stay different", () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const zeros = (text: string) => text.replace(/^0+(?=.)/, "");
      fc.pre(zeros(one) !== zeros(other));
      expect(normaliseOrderNumber(one)).not.toBe(normaliseOrderNumber(other));
    }),
  );
});

test("normalisation is idempotent, and zeros alone are one zero", () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(normaliseOrderNumber(normaliseOrderNumber(typed))).toBe(normaliseOrderNumber(typed));
    }),
  );
  expect(normaliseOrderNumber("0000")).toBe("0");
  expect(normaliseOrderNumber("  ")).toBe("");
});

test("an order number is shown with its zeros", () => {
  expect(displayOrderNumber(" 0004521 ")).toBe("0004521");
  expect(isOrderNumber("=HYPERLINK(1)")).toBe(false);
});
