import fc from "fast-check";
import { expect, test } from "vitest";
import { readings } from "@/model/identity/typed";
import {
  displayOrderNumber,
  isOrderNumber,
  normaliseOrderNumber,
  orderNumberReadings,
} from "@/model/order-number";

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

test.each([
  ["ADELANTO POR SUBSIDIOS 0004521", "4521"],
  ["Adelanto por subsidios No. 0.004.521", "4521"],
  ["Bono escolar: 317", "317"],
  ["adelanto por subsidios H 0000001", "H0000001"],
  ["ADELANTO POR SUBSIDIOS - H0000001", "H0000001"],
])("the name of a kind may stand before the number: %s", (typed, number) => {
  expect(orderNumberReadings(typed, "AP").filter(isOrderNumber)).toContain(number);
});

test.each(["LOTE123", "BE 0004521", "AB-12", "0004521", "H0000001", "BONO", "10 ABRIL 2026"])(
  "%s has no name before it, and is read as before",
  (typed) => {
    expect(orderNumberReadings(typed, "BE")).toEqual([
      ...new Set(readings(typed, ["BE"]).map((key) => key.replace(/^0+(?=.)/, ""))),
    ]);
  },
);
