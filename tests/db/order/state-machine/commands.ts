import fc from "fast-check";
import type { Command, Rules } from "./order";

const official = fc.constantFrom(
  "ana" as const,
  "ana" as const,
  "luis" as const,
  "luis" as const,
  "aud" as const,
);
// One shop does most of it: else a deed seldom meets what an earlier one left.
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
    deed: fc.constantFrom("deliver" as const, "annul" as const, "extend" as const, "replace" as const),
    who: official,
  }),
  fc.record({ deed: fc.constant("block" as const), who: official, reason: fc.nat(1) }),
  fc.record({ deed: fc.constant("unblock" as const), who: official, hold: fc.option(place, { nil: null }) }),
  { arbitrary: fc.record({ deed: fc.constant("use" as const), provider, amount }), weight: 4 },
  fc.record({
    deed: fc.constantFrom("undo" as const, "ask_undo" as const, "ask_undo" as const),
    provider,
    use: place,
  }),
  fc.record({ deed: fc.constant("decide_undo" as const), use: place, approve: fc.boolean() }),
  {
    arbitrary: fc.record({
      deed: fc.constant("settle" as const),
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
  fc.record({ deed: fc.constant("undo_objected" as const), use: place }),
  fc.record({ deed: fc.constantFrom("claim" as const, "release" as const), provider }),
  fc.record({ deed: fc.constant("report" as const), provider, holds: fc.boolean() }),
  fc.record({
    deed: fc.constant("decide_report" as const),
    report: fc.nat(1),
    to: fc.constantFrom("leave" as const, "unblock" as const, "annul" as const),
  }),
  {
    arbitrary: fc.record({
      deed: fc.constant("import" as const),
      says: fc.constantFrom("issued" as const, "annulled" as const, "used" as const),
      otherValue: fc.boolean(),
      apply: fc.boolean(),
    }),
    weight: 2,
  },
  fc.record({ deed: fc.constant("kind" as const), rules: someRules }),
  fc.record({ deed: fc.constant("suspend" as const), provider, on: fc.boolean() }),
);

const who = "ana" as const;
const rules = { partialUse: false, claimFirst: true, registersUse: true };

/** One of each, by its name in the table of pairs; each acts on the newest use, hold and report. */
export const catalogue: Readonly<Record<string, Command>> = {
  deliver: { deed: "deliver", who },
  extend: { deed: "extend", who },
  replace: { deed: "replace", who },
  annul: { deed: "annul", who },
  "hold by hand": { deed: "block", who, reason: 1 },
  "end a hold": { deed: "unblock", who, hold: null },
  "report forged": { deed: "report", provider: 1, holds: true },
  "close report, lift": { deed: "decide_report", report: 0, to: "unblock" },
  "close report, annul": { deed: "decide_report", report: 0, to: "annul" },
  "close report, leave": { deed: "decide_report", report: 0, to: "leave" },
  "use a part": { deed: "use", provider: 0, amount: 100 },
  "use the rest": { deed: "use", provider: 0, amount: null },
  "use elsewhere": { deed: "use", provider: 2, amount: null },
  "undo use": { deed: "undo", provider: 0, use: 0 },
  "ask to undo": { deed: "ask_undo", provider: 0, use: 0 },
  "grant undo": { deed: "decide_undo", use: 0, approve: true },
  "refuse undo": { deed: "decide_undo", use: 0, approve: false },
  legalise: { deed: "settle", use: 0, to: "legalized" },
  invoice: { deed: "settle", use: 0, to: "invoiced" },
  pay: { deed: "settle", use: 0, to: "paid" },
  object: { deed: "settle", use: 0, to: "objected" },
  "undo objected": { deed: "undo_objected", use: 0 },
  claim: { deed: "claim", provider: 2 },
  "core: in force": { deed: "import", says: "issued", otherValue: false, apply: true },
  "core: void": { deed: "import", says: "annulled", otherValue: false, apply: true },
  "core: used": { deed: "import", says: "used", otherValue: false, apply: true },
  "core: other value": { deed: "import", says: "issued", otherValue: true, apply: true },
  "edit kind": { deed: "kind", rules },
  "suspend shop": { deed: "suspend", provider: 0, on: true },
};
