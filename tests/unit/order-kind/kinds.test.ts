import fc from "fast-check";
import { expect, test } from "vitest";
import { type IssueRule, lastDayOf, needsSecondPerson, ruleFault } from "@/domain/order-kind/kinds";
import { addDays } from "@/model/calendar";
import { isWorkingDay } from "@/model/working-day";

const rule: IssueRule = {
  validityDays: 30,
  validityUntil: null,
  toWorkingDay: false,
  largestValue: 1_000_000,
  approvalFrom: 500_000,
  providerRule: "either",
};
const today = "2026-11-25";
const order = { value: 480_000, providerNit: null, issuedOn: today, validUntil: "2026-12-24" };
const someDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2026-01-01", days));

test("a validity of thirty days includes the first and the last day", () => {
  expect(lastDayOf(rule, "2026-11-25")).toBe("2026-12-24");
  expect(lastDayOf({ ...rule, validityDays: 1 }, "2026-11-25")).toBe("2026-11-25");
});

test("a fixed last day is the same for all orders and moves off a holiday when the kind says so", () => {
  const fixed = { validityDays: null, validityUntil: "2026-12-25", toWorkingDay: false };
  expect(lastDayOf(fixed, today)).toBe("2026-12-25");
  expect(lastDayOf({ ...fixed, toWorkingDay: true }, today)).toBe("2026-12-28");
});

test("a moved last day is a working day, never earlier and at most a week later", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 730 }), (issuedOn, validityDays) => {
      const plain = lastDayOf({ ...rule, validityDays }, issuedOn);
      const moved = lastDayOf({ ...rule, validityDays, toWorkingDay: true }, issuedOn);
      expect(isWorkingDay(moved)).toBe(true);
      expect(moved >= plain && moved <= addDays(plain, 7)).toBe(true);
    }),
  );
});

test("a value at the approval limit needs approval; a kind without limit needs none", () => {
  expect(needsSecondPerson(rule, 499_999)).toBe(false);
  expect(needsSecondPerson(rule, 500_000)).toBe(true);
  expect(needsSecondPerson({ approvalFrom: null }, 999_999_999)).toBe(false);
});

test("value, provider and dates are checked against the kind", () => {
  expect(ruleFault(rule, order, today)).toBeNull();
  expect(ruleFault(rule, { ...order, value: 1_000_001 }, today)).toBe("value_too_large");
  expect(ruleFault({ ...rule, providerRule: "bound" }, order, today)).toBe("provider_needed");
  expect(ruleFault({ ...rule, providerRule: "open" }, { ...order, providerNit: "900123456" }, today)).toBe(
    "provider_open",
  );
  expect(ruleFault(rule, { ...order, validUntil: "2026-12-25" }, today)).toBe("ends_outside_rule");
  expect(ruleFault(rule, { ...order, validUntil: "2026-11-24" }, today)).toBe("ends_outside_rule");
  const past = { ...order, issuedOn: "2026-11-24", validUntil: "2026-11-30" };
  expect(ruleFault(rule, past, today)).toBe("starts_in_past");
  const far = { ...order, issuedOn: "2027-02-24", validUntil: "2027-02-24" };
  expect(ruleFault(rule, far, today)).toBe("starts_too_far");
  expect(ruleFault(rule, { ...far, issuedOn: "2027-02-23", validUntil: "2027-02-23" }, today)).toBeNull();
});

test("the largest value itself is accepted, and each provider rule accepts what it names", () => {
  const today = "2026-11-28";
  const order = { value: 500_000, providerNit: null, issuedOn: today, validUntil: today };
  const fault = (kind: Partial<IssueRule>, changes: Partial<typeof order> | { providerNit: string } = {}) =>
    ruleFault(
      {
        validityDays: 30,
        validityUntil: null,
        toWorkingDay: false,
        largestValue: 500_000,
        approvalFrom: null,
        providerRule: "either",
        ...kind,
      },
      { ...order, ...changes },
      today,
    );
  expect(fault({})).toBeNull();
  expect(fault({ largestValue: 499_999 })).toBe("value_too_large");
  const bound = { providerNit: "900765432" };
  expect(fault({}, bound)).toBeNull();
  expect(fault({ providerRule: "bound" }, bound)).toBeNull();
  expect(fault({ providerRule: "bound" })).toBe("provider_needed");
  expect(fault({ providerRule: "open" })).toBeNull();
  expect(fault({ providerRule: "open" }, bound)).toBe("provider_open");
});

test("a kind that says neither days nor a last day is good for one day, also when that is moved", () => {
  const neither = { validityDays: null, validityUntil: null, toWorkingDay: false };
  expect(lastDayOf(neither, "2026-12-05")).toBe("2026-12-05");
  expect(lastDayOf({ ...neither, toWorkingDay: true }, "2026-12-05")).toBe("2026-12-07");
  expect(lastDayOf({ ...neither, toWorkingDay: true }, "2026-12-07")).toBe("2026-12-07");
});

test("an order may begin today and end on the last day of its kind, and a fixed last day binds it too", () => {
  const ends = (validUntil: string, kind: Partial<IssueRule> = {}) =>
    ruleFault({ ...rule, ...kind }, { ...order, validUntil }, today);
  expect([ends(today), ends("2026-12-24")]).toEqual([null, null]);
  const fixed = { validityDays: null, validityUntil: "2026-11-30" };
  expect([ends("2026-11-30", fixed), ends("2026-12-01", fixed)]).toEqual([null, "ends_outside_rule"]);
});
