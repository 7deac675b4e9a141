import { expect, test } from "vitest";
import {
  findPracticeOrder,
  isVerdict,
  nextStep,
  type PracticeVerdict,
  practiceAnswer,
  practicePaper,
  practiceSignal,
  practiceVerdicts,
} from "@/domain/practice/practice";
import { PracticeDigitsInput, PracticeLookUpInput, PracticeRowsInput } from "@/domain/practice/schema";
import { outcomes, type Verdict } from "@/model/verdict";

const now = new Date("2026-11-24T15:00:00Z");
const dayBefore = new Date("2026-11-23T15:00:00Z");
const orderOf = (code: string) => {
  const order = findPracticeOrder(code);
  if (!order) throw new Error(code);
  return order;
};
const answer = (code: Verdict) => practiceAnswer(orderOf(code), code, now);
const verdicts = practiceVerdicts.filter(isVerdict);
/** The verdicts whose answer fulfils this. */
const those = (holds: (of: ReturnType<typeof answer>) => boolean) =>
  verdicts.filter((code) => holds(answer(code)));

test("an answer has the outcome of its verdict, or the one that was compared", () => {
  for (const outcome of outcomes) expect(answer(outcome).outcome).toBe(outcome);
  for (const verdict of ["authentic", "asked_before", "mismatch", "unread", "picture"] as const)
    expect(answer(verdict).outcome, verdict).toBe("current");
  expect(answer("registered").outcome).toBe("used");
});

test("an answer that reveals no order has no number", () => {
  expect(those(({ number }) => number === null).sort()).toEqual(
    ["not_found", "other_provider", "waiting", "paused", "digits", "foreign", "forged"].sort(),
  );
  expect(answer("used").number).toBe("9000106");
});

test("a state that was taken has its moment: a day ago", () => {
  const taken = verdicts.filter((code) => answer(code).stateChangedAt?.getTime() === dayBefore.getTime());
  expect(taken.sort()).toEqual(["annulled", "blocked", "replaced", "superseded", "used"]);
  expect(those(({ stateChangedAt }) => stateChangedAt === null)).toHaveLength(verdicts.length - 5);
});

test("what was asked before was asked a day ago, all else now; a wait ends in five minutes", () => {
  expect(answer("asked_before")).toMatchObject({ askedAt: dayBefore, readAt: now });
  expect(those(({ askedAt }) => askedAt === now)).toHaveLength(verdicts.length - 1);
  expect(answer("waiting").waitUntil).toEqual(new Date("2026-11-24T15:05:00Z"));
  expect(those(({ waitUntil }) => waitUntil !== null)).toEqual(["waiting"]);
});

test("only an order in force shows its sheet, with all of its value left", () => {
  expect(those(({ sheet }) => sheet !== null)).toEqual(those(({ outcome }) => outcome === "current"));
  expect(answer("mismatch").sheet).toMatchObject({
    concept: null,
    number: "9000103",
    affiliateIdKind: "CC",
    affiliateId: "1000000001",
    affiliateName: "PERSONA DE PRÁCTICA",
    value: 480_000,
    balance: 480_000,
    issuedOn: "2026-11-21",
    validUntil: "2026-12-21",
  });
});

test("the days of a paper fit its verdict, and the answer tells the one that matters", () => {
  const days = (code: PracticeVerdict) => {
    const { issuedOn, validUntil } = practicePaper(orderOf(code), now);
    return [issuedOn, validUntil];
  };
  expect(days("used")).toEqual(["2026-11-21", "2026-12-21"]);
  expect(days("not_yet")).toEqual(["2026-11-29", "2026-12-29"]);
  expect(days("expired")).toEqual(["2026-09-25", "2026-11-19"]);
  expect(answer("not_yet")).toMatchObject({ startsOn: "2026-11-29", endsOn: null });
  expect(answer("expired")).toMatchObject({ startsOn: null, endsOn: "2026-11-19" });
  expect(those(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null).sort()).toEqual([
    ...["expired", "not_yet"],
  ]);
  const values = (["current", "mismatch", "unread"] as const).map(
    (code) => practicePaper(orderOf(code), now).value,
  );
  expect(values).toEqual([480_000, 680_000, null]);
});

test("an order is looked up by its numbers, its code or a picture of it", () => {
  expect(those(({ channel }) => channel === "scan").sort()).toEqual([
    ...["digits", "foreign", "forged", "superseded"],
  ]);
  expect(those(({ channel }) => channel === "picture")).toEqual(["picture"]);
  expect(those(({ channel }) => channel === "typed")).toEqual(those(({ numberTyped }) => numberTyped !== ""));
  expect(answer("used")).toMatchObject({ channel: "typed", numberTyped: "9000106", idTyped: "1000000001" });
});

test("each answer brings what the counter shows of its comparison", () => {
  const compared = { at: now, by: null, paperValue: null };
  expect(answer("authentic").counter.comparison).toEqual({
    ...{ ...compared, result: "equal", differing: [], reason: null },
  });
  expect(answer("mismatch").counter.comparison).toEqual({
    ...{ ...compared, result: "different", differing: ["value"], reason: null },
  });
  expect(answer("unread").counter.comparison).toEqual({
    ...{ ...compared, result: "unreadable", differing: [], reason: "damaged" },
  });
  expect(those(({ counter }) => counter.comparison !== null)).toEqual(["authentic", "mismatch", "unread"]);
});

test("only a compared paper may be used; a use of one's own was a minute ago; a pause began three days ago", () => {
  expect(those(({ counter }) => counter.mayUse)).toEqual(["authentic"]);
  expect(those(({ counter }) => counter.ownUse !== null)).toEqual(["registered"]);
  expect(answer("registered").counter.ownUse).toEqual({
    ...{ id: "registered", at: new Date("2026-11-24T14:59:00Z"), counter: null },
  });
  expect(those(({ counter }) => counter.pausedSince !== null)).toEqual(["paused"]);
  expect(answer("paused").counter.pausedSince).toBe("2026-11-21");
  expect(those(({ counter }) => counter.picture)).toEqual(["picture"]);
});

test("the practice is of a kind that is compared by sight and used at once, whole, and nobody asked", () => {
  for (const code of verdicts) {
    expect(answer(code), code).toMatchObject({
      kindCode: "",
      kindName: "ADELANTO POR SUBSIDIOS",
      aheadSeconds: null,
      dataUpdatedAt: null,
      digitsMissed: 0,
      asker: null,
      askerUnnamed: false,
      withLetters: null,
      numberShape: null,
      counter: {
        compareMode: "show",
        misses: 0,
        claim: "none",
        claimUntil: null,
        registersUse: true,
        claimFirst: false,
        partialUse: false,
        changes: [],
      },
    });
  }
});

test("a phone without connection warns, and an outage informs", () => {
  expect([practiceSignal("unconfirmed"), practiceSignal("unavailable"), practiceSignal("used")]).toEqual([
    ...["warn", "info", "stop"],
  ]);
  expect(practiceVerdicts.filter((code) => !isVerdict(code)).sort()).toEqual(["unavailable", "unconfirmed"]);
  expect(nextStep(orderOf("digits"), "authentic")).toBe(3);
});

test("what is typed of a practice paper is told field by field", () => {
  const faults = (typed: Record<string, string>) =>
    PracticeLookUpInput.safeParse({
      code: "used",
      idNumber: "1000000001",
      number: "9000106",
      ...typed,
    }).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(faults({})).toBeUndefined();
  expect(faults({ idNumber: "1000000002" })).toEqual([["idNumber", "idNumber"]]);
  expect(faults({ number: "9000107" })).toEqual([["number", "number"]]);
  expect(faults({ code: "otra", number: "" })).toContainEqual(["number", "number"]);
});

test("the rows that differ and the last four of the ID are read as at the counter", () => {
  const rows = { lookupId: "mismatch", value: "different", holder: "equal", paper: "different" };
  expect(PracticeRowsInput.parse(rows)).toEqual({ code: "mismatch", differing: ["value", "paper"] });
  expect(PracticeRowsInput.safeParse({ ...rows, lookupId: "otra" }).success).toBe(false);
  expect(PracticeDigitsInput.parse({ lookupId: "digits", digits: "0 0-01" }).digits).toEqual(["0001"]);
  const told = PracticeDigitsInput.safeParse({ lookupId: "digits" }).error?.issues[0]?.message;
  expect(told).toBe("digitsMissing");
});
