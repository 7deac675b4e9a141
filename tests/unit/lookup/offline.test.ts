import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contradictsOfflineVerdict,
  listAge,
  type OfflineFacts,
  offlineOutcome,
  offlineOutcomes,
  offlineSignal,
  restsOnPhoneDay,
} from "@/domain/lookup/offline";
import { addDays } from "@/model/calendar";
import type { DeferredAnswer } from "@/model/verdict";
import { outcomes } from "@/model/verdict";

const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays("2026-11-25", days));
const facts = fc.record({
  check: fc.constantFrom("authentic", "forged", "unknown_key", "malformed", "foreign" as const),
  period: fc.option(fc.record({ issuedOn: day, validUntil: day })),
  phoneDay: day,
  trustDay: fc.option(day),
  listed: fc.boolean(),
  superseded: fc.boolean(),
});

test("without internet nothing is green, and only a valid code within its dates can be confirmed later", () => {
  fc.assert(
    fc.property(facts, (input) => {
      const outcome = offlineOutcome(input);
      expect(["stop", "warn"]).toContain(offlineSignal(outcome));
      if (outcome !== "unconfirmed") return;
      expect(input.check).toBe("authentic");
      expect(input.listed || input.superseded).toBe(false);
      expect(input.period && input.period.validUntil >= input.phoneDay).toBe(true);
    }),
  );
});

test("without internet a used, expired or forged code is red, and an unknown one yellow", () => {
  expect(offlineOutcomes.filter((outcome) => offlineSignal(outcome) === "stop")).toEqual([
    "dead",
    "expired",
    "forged",
  ]);
});

test("a phone clock set back does not revive an expired order", () => {
  const period = { issuedOn: "2026-11-01", validUntil: "2026-11-20" };
  const input = {
    check: "authentic",
    period,
    phoneDay: "2026-11-10",
    listed: false,
    superseded: false,
  } as const;
  expect(offlineOutcome({ ...input, trustDay: "2026-11-25" })).toBe("expired");
  expect(offlineOutcome({ ...input, trustDay: null })).toBe("unconfirmed");
});

test("the phone's lists are outdated after 24 hours", () => {
  const now = new Date("2026-11-25T12:00:00Z");
  expect(listAge(new Date("2026-11-24T12:00:00Z"), now)).toBe("fresh");
  expect(listAge(new Date("2026-11-24T11:59:59Z"), now)).toBe("stale");
});

test("a list that was signed after the phone's now tells that its clock is behind, but for a few minutes", () => {
  const signed = new Date("2026-11-25T12:00:00Z");
  expect(listAge(signed, new Date("2026-11-25T11:55:00Z"))).toBe("fresh");
  expect(listAge(signed, new Date("2026-11-25T11:54:59Z"))).toBe("ahead");
  expect(listAge(signed, new Date("2025-11-25T12:00:00Z"))).toBe("ahead");
});

test("an order that is over or not yet good by the phone's date alone names that date", () => {
  const period = { issuedOn: "2026-11-10", validUntil: "2026-11-20" };
  const judge = (phoneDay: string, trustDay: string | null, changes: Partial<OfflineFacts> = {}) => {
    const input = { phoneDay, trustDay, listed: false, superseded: false, ...changes };
    return restsOnPhoneDay({ check: "authentic", period, ...input });
  };
  expect([judge("2026-11-21", null), judge("2027-03-03", "2026-11-20")]).toEqual([true, true]);
  // Signed after its last day: whatever the phone's date is.
  expect([judge("2027-03-03", "2026-11-21"), judge("2026-11-10", "2026-11-21")]).toEqual([false, false]);
  expect([judge("2026-11-09", null), judge("2026-11-01", "2026-11-09")]).toEqual([true, true]);
  expect([judge("2026-11-15", null), judge("2026-11-09", "2026-11-10")]).toEqual([false, false]);
  for (const typed of [
    { listed: true },
    { superseded: true },
    { check: "forged" },
    { period: null },
  ] as const)
    expect(judge("2026-11-21", null, typed)).toBe(false);
});

const lateAnswers: DeferredAnswer[] = [...outcomes.filter((outcome) => outcome !== "digits"), "registered"];

test("a deferred answer contradicts the offline verdict when a possibly valid code is not, or a stopped one is", () => {
  fc.assert(
    fc.property(fc.constantFrom(...offlineOutcomes), fc.constantFrom(...lateAnswers), (verdict, answer) => {
      const stopped = offlineSignal(verdict) === "stop";
      if (answer === "current") expect(contradictsOfflineVerdict(verdict, answer)).toBe(stopped);
      else if (verdict === answer) expect(contradictsOfflineVerdict(verdict, answer)).toBe(false);
      else expect(contradictsOfflineVerdict(verdict, answer)).toBe(!stopped);
    }),
  );
  expect(contradictsOfflineVerdict("unconfirmed", "used")).toBe(true);
  expect(contradictsOfflineVerdict("unconfirmed", "current")).toBe(false);
  expect(contradictsOfflineVerdict("dead", "used")).toBe(false);
  expect(contradictsOfflineVerdict("expired", "current")).toBe(true);
});

test("without internet a superseded paper is reported as such, also past its last day; a used or annulled one is reported first", () => {
  const period = { issuedOn: "2026-11-01", validUntil: "2026-11-20" };
  const input = {
    check: "authentic",
    period,
    phoneDay: "2026-11-25",
    trustDay: null,
    superseded: true,
  } as const;
  expect(offlineOutcome({ ...input, listed: false })).toBe("superseded");
  expect(offlineOutcome({ ...input, listed: true })).toBe("dead");
  expect(offlineSignal("superseded")).toBe("warn");
  expect(contradictsOfflineVerdict("superseded", "superseded")).toBe(false);
  expect(contradictsOfflineVerdict("unconfirmed", "superseded")).toBe(true);
});

test("without internet an order is valid on its first and its last day, and not a day before or after", () => {
  const outcomeOn = (phoneDay: string, trustDay: string | null = null) =>
    offlineOutcome({
      ...{ check: "authentic", period: { issuedOn: "2026-11-10", validUntil: "2026-11-20" } },
      ...{ phoneDay, trustDay, listed: false, superseded: false },
    });
  expect(["2026-11-09", "2026-11-10", "2026-11-20", "2026-11-21"].map((day) => outcomeOn(day))).toEqual([
    "not_yet",
    "unconfirmed",
    "unconfirmed",
    "expired",
  ]);
  // A list that was signed earlier does not set the phone's clock back, and a later one sets it forward.
  expect(outcomeOn("2026-11-21", "2026-11-15")).toBe("expired");
  expect(outcomeOn("2026-11-09", "2026-11-10")).toBe("unconfirmed");
});

test("without internet a code that is not authentic is what it was read as, whatever the lists say", () => {
  const lists = { phoneDay: "2026-11-25", trustDay: null, listed: true, superseded: true };
  for (const check of ["forged", "unknown_key", "malformed", "foreign"] as const)
    expect(offlineOutcome({ check, period: null, ...lists })).toBe(check);
  expect(offlineOutcome({ check: "authentic", period: null, ...lists })).toBe("malformed");
});
