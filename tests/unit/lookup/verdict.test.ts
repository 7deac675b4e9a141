import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ASK_AGAIN_MS,
  type CounterFacts,
  GREEN_MS,
  type Signal,
  signalOf,
  verdictOf,
} from "@/domain/lookup/verdict";
import { type ComparisonResult, type Outcome, outcomes, type Verdict } from "@/model/verdict";

test("no look-up outcome is green, because green requires a compared paper", () => {
  expect(outcomes.map(signalOf)).not.toContain("go");
});

const expected: Record<Verdict, Signal> = {
  current: "info",
  used: "stop",
  annulled: "stop",
  expired: "stop",
  not_yet: "warn",
  blocked: "warn",
  replaced: "stop",
  claimed: "warn",
  other_provider: "warn",
  not_found: "warn",
  waiting: "info",
  paused: "info",
  digits: "info",
  forged: "stop",
  foreign: "warn",
  superseded: "warn",
  authentic: "go",
  asked_before: "info",
  mismatch: "stop",
  unread: "info",
  registered: "info",
  picture: "warn",
};
for (const [verdict, signal] of Object.entries(expected) as [Verdict, Signal][]) {
  test(`signal of ${verdict} is ${signal}`, () => expect(signalOf(verdict)).toBe(signal));
}

const results: ComparisonResult[] = ["equal", "different", "unreadable"];
const matched: CounterFacts = {
  outcome: "current",
  online: true,
  picture: false,
  lookupAgeMs: 20_000,
  comparison: { result: "equal", own: true, msAgo: 10_000 },
  usedByUs: false,
  claimedElsewhere: false,
  changed: false,
};

describe("over all inputs and states", () => {
  const ages = [0, 1, GREEN_MS - 1, GREEN_MS, GREEN_MS + 1, ASK_AGAIN_MS, -1];
  const flags = [true, false];
  const comparisons = [
    null,
    ...results.flatMap((result) => ages.flatMap((msAgo) => flags.map((own) => ({ result, msAgo, own })))),
  ];

  test("green requires a server answer of a current, unused order of this provider on paper, compared as equal by the reader within 3 minutes", () => {
    let looked = 0;
    for (const outcome of outcomes)
      for (const comparison of comparisons)
        for (const online of flags)
          for (const picture of flags)
            for (const usedByUs of flags)
              for (const claimedElsewhere of flags)
                for (const changed of flags)
                  for (const lookupAgeMs of [0, ASK_AGAIN_MS * 2]) {
                    looked += 1;
                    const facts = {
                      outcome,
                      comparison,
                      online,
                      picture,
                      usedByUs,
                      claimedElsewhere,
                      changed,
                      lookupAgeMs,
                    };
                    const green = signalOf(verdictOf(facts)) === "go";
                    const earned =
                      outcome === "current" &&
                      online &&
                      !picture &&
                      !claimedElsewhere &&
                      !changed &&
                      comparison?.result === "equal" &&
                      comparison.own &&
                      comparison.msAgo >= 0 &&
                      comparison.msAgo < GREEN_MS;
                    expect(green, JSON.stringify(facts)).toBe(earned);
                  }
    expect(looked).toBe(outcomes.length * comparisons.length * 2 ** 6);
  });

  test("a state other than current never gets a better verdict, whatever was compared before", () => {
    const facts = fc.record({
      outcome: fc.constantFrom(...outcomes.filter((outcome) => outcome !== "current" && outcome !== "used")),
      online: fc.boolean(),
      picture: fc.boolean(),
      lookupAgeMs: fc.nat(),
      comparison: fc.option(
        fc.record({ result: fc.constantFrom(...results), msAgo: fc.nat(), own: fc.boolean() }),
      ),
      usedByUs: fc.boolean(),
      claimedElsewhere: fc.boolean(),
      changed: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (known) => {
        expect(verdictOf(known)).toBe(known.outcome);
      }),
    );
  });
});

test("a used order is red, and blue for the provider that used it", () => {
  expect(verdictOf({ ...matched, outcome: "used" })).toBe("used");
  expect(verdictOf({ ...matched, outcome: "used", usedByUs: true })).toBe("registered");
});

for (const [what, change, verdict] of [
  ["compared as equal", {}, "authentic"],
  ["not compared", { comparison: null }, "current"],
  ["not compared for twelve hours", { comparison: null, lookupAgeMs: ASK_AGAIN_MS }, "asked_before"],
  ["compared as different", { comparison: { result: "different", own: true, msAgo: 1 } }, "mismatch"],
  ["of an unreadable paper", { comparison: { result: "unreadable", own: true, msAgo: 1 } }, "unread"],
  [
    "compared three minutes ago",
    { comparison: { result: "equal", own: true, msAgo: GREEN_MS } },
    "asked_before",
  ],
  [
    "compared as equal by a colleague",
    { comparison: { result: "equal", own: false, msAgo: 1 } },
    "asked_before",
  ],
  ["without the server", { online: false }, "asked_before"],
  ["from a picture", { picture: true }, "picture"],
  ["that changed after it was compared", { changed: true }, "asked_before"],
  ["that changed before it was compared", { changed: true, comparison: null }, "asked_before"],
  [
    "that differed and changed",
    { changed: true, comparison: { result: "different", own: true, msAgo: 1 } },
    "asked_before",
  ],
  ["in another counter's hands", { claimedElsewhere: true }, "claimed"],
  ["annulled after it was compared", { outcome: "annulled" satisfies Outcome }, "annulled"],
] as [string, Partial<CounterFacts>, Verdict][]) {
  test(`an order ${what} has the verdict ${verdict}`, () =>
    expect(verdictOf({ ...matched, ...change })).toBe(verdict));
}
