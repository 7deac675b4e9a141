import { expect, test } from "vitest";
import { type KnownOrder, planOrder } from "@/domain/import/plan";
import { type OrderData, readOrderRow } from "@/domain/import/row";
import { orderCells } from "@/tests/support/factories/order";

const read = readOrderRow(2, orderCells(1), {
  kinds: new Map([["AS", 20_000_000]]),
  agreements: new Map([["900123457", "2026-12-31"]]),
  today: "2026-11-28",
});
if ("faults" in read) throw new Error("the factory's line is good");
const { data } = read;

test("the kind's limits apply to imported changes: last day, and value without approval", () => {
  const today = "2026-11-28";
  const kind = {
    validityDays: 30,
    validityUntil: null,
    toWorkingDay: false,
    largestValue: 1_000_000,
    approvalFrom: 200_000,
  };
  const before: KnownOrder = {
    ...data,
    value: 135_000,
    validUntil: "2026-12-01",
    state: "issued",
    touched: false,
    byCore: false,
    coreSaid: null,
    newer: false,
    own: false,
  };
  const outcomeOf = (changes: Partial<OrderData>, secondPerson = false, known = before) => {
    const limits = { kind, today, secondPerson };
    const step = planOrder({ ...data, ...before, state: "issued", ...changes }, known, {
      applyChanges: true,
      limits,
    });
    return step.kind === "different" ? step.kept : step.kind;
  };
  expect(outcomeOf({ value: 199_999 })).toBeNull();
  expect(outcomeOf({ value: 200_000 })).toBe("second_person");
  expect(outcomeOf({ value: 200_000 }, true)).toBeNull();
  expect(outcomeOf({ validUntil: "2026-12-27" })).toBeNull();
  expect(outcomeOf({ validUntil: "2026-12-28" })).toBe("last_day");
  expect(outcomeOf({ validUntil: "2026-12-28" }, true)).toBe("last_day");
  // A long last day that the core gave at first may become shorter, and a void order needs nobody else.
  const long = { ...before, validUntil: "2027-06-30" };
  expect(outcomeOf({ validUntil: "2027-01-31" }, false, long)).toBeNull();
  expect(outcomeOf({ value: 900_000, state: "annulled" }, false, { ...before, value: 900_000 })).toBeNull();
  // One that the core had voided gives its value again.
  const back = { ...before, value: 900_000, state: "annulled" as const, byCore: true };
  expect(outcomeOf({ value: 900_000 }, false, back)).toBe("second_person");
  expect(outcomeOf({ value: 900_000 }, true, back)).toBeNull();
  // Above the kind's largest value no file brings an order; one that is there since the kind had another goes on.
  expect(outcomeOf({ value: 1_000_000 }, true)).toBeNull();
  expect(outcomeOf({ value: 1_000_001 }, true)).toBe("largest_value");
  const above = { ...before, value: 1_000_001 };
  const other = { ...kind, approvalFrom: null };
  const changed = (secondPerson: boolean) =>
    planOrder({ ...data, ...above, state: "issued", concept: "Otro" }, above, {
      applyChanges: true,
      limits: { kind: other, today, secondPerson },
    });
  expect(changed(false)).toMatchObject({ apply: [], kept: "second_person" });
  expect(changed(true)).toMatchObject({ apply: ["concept"], kept: null });
  for (const state of ["annulled", "used"] as const)
    expect(
      planOrder({ ...data, ...above, state }, above, {
        applyChanges: false,
        limits: { kind: other, today, secondPerson: false },
      }),
    ).toMatchObject({ apply: ["state"], kept: null });
  const limits = { kind, today, secondPerson: true };
  expect(planOrder({ ...data, value: 1_000_001 }, undefined, { applyChanges: true, limits })).toEqual({
    kind: "too_large",
    largest: 1_000_000,
  });
  expect(planOrder({ ...data, value: 1_000_000 }, undefined, { applyChanges: true, limits })).toEqual({
    kind: "new",
  });
});
