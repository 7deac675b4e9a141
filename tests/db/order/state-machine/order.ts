import type { SettlementState } from "@/model/settlement";

/** Model of an order by the rules, without the database. */
export type Model = {
  own: boolean;
  state: "issued" | "delivered" | "used" | "annulled" | "blocked" | "replaced";
  /** Where it goes back to from a review, or from what the core did. */
  before: "issued" | "delivered" | null;
  voided: "person" | "core" | null;
  /** What the core said while it is in review. */
  coreSaid: "annulled" | "used" | null;
  /** The day that the core gave its use. */
  usedOn: string | null;
  value: number;
  balance: number;
  extended: number;
  /** The rules of its kind on the day of its issue, and those of today. */
  rules: Rules;
  kind: Rules;
  uses: Use[];
  holds: { by: string; standing: boolean }[];
  reports: { by: number; held: boolean; decided: boolean; withdrawn: boolean }[];
  claim: number | null;
  suspended: readonly boolean[];
  /** What was left when it was replaced, and what came back in new orders since. */
  left: number | null;
  returned: number[];
};
export type Rules = { partialUse: boolean; claimFirst: boolean; registersUse: boolean };
/** Provider null: the core. */
export type Use = {
  provider: number | null;
  amount: number;
  undone: boolean;
  settled: SettlementState;
  /** The provider's newest request to take it back. */
  undoRequest: "no" | "open" | "decided";
};

type Official = "ana" | "luis" | "aud";
/** Uses, holds and reports are named by their place among those made so far. */
export type Command =
  | { action: "deliver" | "annul" | "extend" | "replace"; who: Official }
  | { action: "block"; who: Official; reason: number }
  | { action: "unblock"; who: Official; hold: number | null }
  | { action: "use"; provider: number; amount: number | null }
  | { action: "undo" | "ask_undo"; provider: number; use: number }
  | { action: "decide_undo"; use: number; approve: boolean }
  | { action: "settle"; use: number; to: Exclude<SettlementState, "open"> }
  | { action: "undo_objected"; use: number }
  | { action: "claim" | "release"; provider: number }
  | { action: "report"; provider: number; holds: boolean }
  | { action: "withdraw_report"; provider: number; report: number }
  | { action: "decide_report"; report: number; to: "leave" | "unblock" | "annul" }
  | {
      action: "import";
      coreState: "issued" | "annulled" | "used";
      otherValue: boolean;
      apply: boolean;
      /** Its day, where the line says that it was used. */
      usedOn: string | null;
    }
  | { action: "kind"; rules: Rules }
  | { action: "suspend"; provider: number; on: boolean };

export type Step = { model: Model; outcome: string };

export const begin = (own: boolean, value: number, rules: Rules): Model => ({
  own,
  state: "issued",
  before: null,
  voided: null,
  coreSaid: null,
  usedOn: null,
  value,
  balance: value,
  extended: 0,
  rules,
  kind: rules,
  uses: [],
  holds: [],
  reports: [],
  claim: null,
  suspended: [false, false, false],
  left: null,
  returned: [],
});

export const isCurrent = ({ state }: Model): boolean => state === "issued" || state === "delivered";
export const inForce = (model: Model): boolean => isCurrent(model) || model.state === "blocked";
export const byCore = ({ state, voided, uses }: Model): boolean =>
  state === "annulled" ? voided === "core" : state === "used" && !uses.some(counts(true));
const counts = (here: boolean) => (use: Use) => !use.undone && (use.provider !== null) === here;
