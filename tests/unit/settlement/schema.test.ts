import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { actsFor, canSettle } from "@/domain/settlement/rules";
import { MOST_DAYS_OF_ALL, readPeriod, SettleInput } from "@/domain/settlement/schema";
import { daysBetween } from "@/model/calendar";
import { settlementStates } from "@/model/settlement";

test("the screen offers the settlement actions of the shown uses; to paid only a payment run moves them", () => {
  expect(actsFor(["open"])).toEqual(["legalized", "objected"]);
  expect(actsFor(["legalized"])).toEqual(["invoiced", "objected"]);
  expect(actsFor(["invoiced", "invoiced"])).toEqual(["objected"]);
  expect(actsFor(["objected"])).toEqual(["legalized"]);
  expect(actsFor(["objected", "invoiced"])).toEqual(["legalized", "objected"]);
  expect(actsFor(["paid"])).toEqual([]);
  expect(actsFor([])).toEqual([]);
  expect(settlementStates.filter((state) => canSettle(state, "paid"))).toEqual([]);
});

test("the default period is this month until today, the longest a year, whichever day was typed first", () => {
  const period = (first: unknown, last: unknown) =>
    readPeriod((name) => ({ from: first, to: last })[name], "2026-11-25");
  expect(period(null, null)).toEqual({ from: "2026-11-01", to: "2026-11-25" });
  expect(period("2026-10-01", "2026-10-31")).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(period("2026-12-01", "2026-11-05")).toEqual({ from: "2026-11-05", to: "2026-12-01" });
  fc.assert(
    fc.property(fc.string(), fc.string(), (first, last) => {
      const { from, to } = period(first, last);
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("totals cover 31 days for all providers and 366 for one; a longer period falls back to this month", () => {
  const period = (first: string, last: string, most?: number) =>
    readPeriod((name) => ({ from: first, to: last })[name], "2026-11-25", most).from;
  expect(period("2026-10-01", "2026-10-31", MOST_DAYS_OF_ALL)).toBe("2026-10-01");
  expect(period("2026-09-30", "2026-10-30", MOST_DAYS_OF_ALL)).toBe("2026-09-30");
  expect(period("2026-09-30", "2026-10-31", MOST_DAYS_OF_ALL)).toBe("2026-10-01");
  expect(period("2025-10-01", "2026-10-01")).toBe("2025-10-01");
  expect(period("2025-10-01", "2026-10-02")).toBe("2026-10-01");
});

const form = (fields: Record<string, unknown>) =>
  SettleInput.safeParse({ providerId: randomUUID(), uses: randomUUID(), to: "legalized", ...fields });
const faults = (fields: Record<string, unknown>) => form(fields).error?.issues.map(({ message }) => message);

test("an invoice needs its number, its value and a CUFE of 96 hexadecimal digits; an objection its reason", () => {
  const cufe = "a1".repeat(48);
  const value = "$480.000";
  expect(faults({ to: "invoiced" })).toEqual(["invoiceShape", "cufeShape", "valueShape"]);
  for (const wrong of ["", "0", "480.00", "mucho", "-5"])
    expect(faults({ to: "invoiced", invoice: "FE-2041", cufe, value: wrong }), wrong).toEqual(["valueShape"]);
  expect(form({ to: "invoiced", invoice: "FE-2041", cufe, value }).data?.value).toBe(480_000);
  expect(faults({ to: "invoiced", invoice: "FE/2041", cufe, value })).toEqual(["invoiceShape"]);
  expect(form({ to: "invoiced", invoice: " FE – 2041 ", cufe, value }).data?.invoice).toBe("FE-2041");
  expect(faults({ to: "invoiced", invoice: "FE-2041", cufe: "0".repeat(96), value })).toEqual(["cufeShape"]);
  expect(faults({ to: "invoiced", invoice: "FE-2041", cufe: cufe.slice(1), value })).toEqual(["cufeShape"]);
  expect(form({ to: "invoiced", invoice: "FE-2041", cufe: cufe.toUpperCase(), value }).data?.cufe).toBe(cufe);
  expect(faults({ to: "objected", reason: "corto" })).toEqual(["reasonMissing"]);
  expect(faults({ uses: "" })).toEqual(["usesMissing"]);
  expect(form({ uses: "", scope: "open.3.1440000" }).data?.scope).toEqual({
    state: "open",
    uses: 3,
    amount: 1_440_000,
  });
  expect(form({ scope: "paid.3.1440000" }).success).toBe(false);
  expect(faults({ to: "otra" })).toEqual(["toMissing"]);
  expect(faults({ to: "otra", uses: "" })).toEqual(["toMissing", "usesMissing"]);
});
