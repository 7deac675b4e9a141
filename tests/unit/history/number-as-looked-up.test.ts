import fc from "fast-check";
import { expect, test } from "vitest";
import { LookUpInput } from "@/domain/lookup/schema";
import { orderNumberReadings } from "@/model/order-number";
import { historyKeys, someKinds } from "@/tests/support/history-keys";

/** Whether the history finds what the look-up found by this key: both leave zeros in front out. */
const missing = (typed: string, kindCode: string) => {
  const found = new Set(historyKeys(typed));
  return orderNumberReadings(typed, kindCode).filter((key) => !found.has(key));
};

test.each(["AS 4521", "as-4521", "AS4521", "N° AS 0004521", "Orden No. as OOO4521"])(
  "%s finds order 4521 of the kind AS",
  (typed) => expect(historyKeys(typed)).toContain("4521"),
);

test("a kind's name may stand before the number", () => {
  expect(historyKeys("adelanto por subsidios 0004521")).toContain("4521");
  expect(historyKeys("orden NO8")).toContain("NO8");
});

test("a kind's code of many letters, or with a figure, may stand before the number too", () => {
  expect(historyKeys("ADEL 0004521")).toContain("4521");
  expect(historyKeys("be2-4521")).toContain("4521");
  expect(historyKeys("A 4521")).toContain("4521");
});

test("the marks and letters of a number itself are looked for as they were typed", () => {
  expect(historyKeys("AB-12/3")).toContain("AB-12/3");
  expect(historyKeys("NO0000001")).toContain("NO0000001");
  expect(historyKeys("O12")).toContain("O12");
});

const letters = fc.constantFrom(..."ABHNOILS0123456789");
const odd = fc.constantFrom("４", "Ａ", "\u202a", "\u0301", "№", "ß", "º", " ", "–", "_", "\u00ad");
const number = fc
  .array(fc.oneof(letters, fc.constantFrom("-", ".", "/"), odd), { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join(""));
const before = fc.constantFrom("", "No. ", "N°", "# ", "Orden No. ", "orden ", "Nro.", "\u200b", "0", "00 ");
const between = fc.constantFrom("", " ", "-", "\u00a0", ". ", "–");

test("whatever a look-up takes the history finds, by every key that the look-up asked for", () => {
  fc.assert(
    fc.property(before, fc.constantFrom(...someKinds, ""), between, number, fc.boolean(), (...parts) => {
      const [label, kind, gap, digits, isLower] = parts;
      const whole = `${label}${kind}${gap}${digits}`;
      const typed = isLower ? whole.toLowerCase() : whole;
      const lookup = { idNumber: "1042555318", kindCode: kind || "AS", number: typed };
      fc.pre(LookUpInput.safeParse(lookup).success);
      expect(missing(typed, lookup.kindCode)).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});
