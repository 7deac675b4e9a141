import fc from "fast-check";
import type { Command, Rules } from "./order";

const official = fc.constantFrom(
  "ana" as const,
  "ana" as const,
  "luis" as const,
  "luis" as const,
  "aud" as const,
);
// One shop does most of it: else a action seldom meets what an earlier one left.
const provider = fc.constantFrom(0, 0, 0, 1, 2);
const place = fc.constantFrom(0, 0, 1, 2);
export const someRules: fc.Arbitrary<Rules> = fc.constantFrom(
  { partialUse: true, claimFirst: false, registersUse: true },
  { partialUse: true, claimFirst: false, registersUse: true },
  { partialUse: false, claimFirst: false, registersUse: true },
  { partialUse: true, claimFirst: true, registersUse: true },
  { partialUse: false, claimFirst: false, registersUse: false },
);
const amount = fc.constantFrom(null, 0, 100, 100, 200, 300, 900);

/** Anything that anybody may do with an order that was issued, in any order. */
export const someCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    action: fc.constantFrom("deliver" as const, "annul" as const, "extend" as const, "replace" as const),
    who: official,
  }),
  fc.record({ action: fc.constant("block" as const), who: official, reason: fc.nat(1) }),
  fc.record({
    action: fc.constant("unblock" as const),
    who: official,
    hold: fc.option(place, { nil: null }),
  }),
  { arbitrary: fc.record({ action: fc.constant("use" as const), provider, amount }), weight: 4 },
  fc.record({
    action: fc.constantFrom("undo" as const, "ask_undo" as const, "ask_undo" as const),
    provider,
    use: place,
  }),
  fc.record({ action: fc.constant("decide_undo" as const), use: place, approve: fc.boolean() }),
  {
    arbitrary: fc.record({
      action: fc.constant("settle" as const),
      use: place,
      to: fc.constantFrom(
        "legalized" as const,
        "invoiced" as const,
        "paid" as const,
        "objected" as const,
        "objected" as const,
      ),
    }),
    weight: 2,
  },
  fc.record({ action: fc.constant("undo_objected" as const), use: place }),
  fc.record({ action: fc.constantFrom("claim" as const, "release" as const), provider }),
  fc.record({ action: fc.constant("report" as const), provider, holds: fc.boolean() }),
  fc.record({ action: fc.constant("withdraw_report" as const), provider, report: fc.nat(1) }),
  fc.record({
    action: fc.constant("decide_report" as const),
    report: fc.nat(1),
    to: fc.constantFrom("leave" as const, "unblock" as const, "annul" as const),
  }),
  {
    arbitrary: fc.record({
      action: fc.constant("import" as const),
      coreState: fc.constantFrom("issued" as const, "annulled" as const, "used" as const),
      otherValue: fc.boolean(),
      apply: fc.boolean(),
      usedOn: fc.constantFrom(null, "2026-11-20", "2026-11-21"),
    }),
    weight: 3,
  },
  fc.record({ action: fc.constant("kind" as const), rules: someRules }),
  fc.record({ action: fc.constant("suspend" as const), provider, on: fc.boolean() }),
);

const who = "ana" as const;
const rules = { partialUse: false, claimFirst: true, registersUse: true };

/** One of each, by its name in the table of pairs; each acts on the newest use, hold and report. */
export const catalogue: Readonly<Record<string, Command>> = {
  deliver: { action: "deliver", who },
  extend: { action: "extend", who },
  replace: { action: "replace", who },
  annul: { action: "annul", who },
  "hold by hand": { action: "block", who, reason: 1 },
  "end a hold": { action: "unblock", who, hold: null },
  "report forged": { action: "report", provider: 1, holds: true },
  "withdraw report": { action: "withdraw_report", provider: 1, report: 0 },
  "close report, lift": { action: "decide_report", report: 0, to: "unblock" },
  "close report, annul": { action: "decide_report", report: 0, to: "annul" },
  "close report, leave": { action: "decide_report", report: 0, to: "leave" },
  "use a part": { action: "use", provider: 0, amount: 100 },
  "use the rest": { action: "use", provider: 0, amount: null },
  "use elsewhere": { action: "use", provider: 2, amount: null },
  "undo use": { action: "undo", provider: 0, use: 0 },
  "ask to undo": { action: "ask_undo", provider: 0, use: 0 },
  "grant undo": { action: "decide_undo", use: 0, approve: true },
  "refuse undo": { action: "decide_undo", use: 0, approve: false },
  legalise: { action: "settle", use: 0, to: "legalized" },
  invoice: { action: "settle", use: 0, to: "invoiced" },
  pay: { action: "settle", use: 0, to: "paid" },
  object: { action: "settle", use: 0, to: "objected" },
  "undo objected": { action: "undo_objected", use: 0 },
  claim: { action: "claim", provider: 2 },
  "core: in force": { action: "import", coreState: "issued", otherValue: false, apply: true, usedOn: null },
  "core: void": { action: "import", coreState: "annulled", otherValue: false, apply: true, usedOn: null },
  "core: used": { action: "import", coreState: "used", otherValue: false, apply: true, usedOn: null },
  "core: day of use": {
    ...{ action: "import", coreState: "used", otherValue: false, apply: true },
    usedOn: "2026-11-20",
  },
  "core: other value": { action: "import", coreState: "issued", otherValue: true, apply: true, usedOn: null },
  "edit kind": { action: "kind", rules },
  "suspend shop": { action: "suspend", provider: 0, on: true },
};
