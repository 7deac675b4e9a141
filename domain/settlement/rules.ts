/** How far a use is on its way to being paid. `open` is a use that the caja has not looked at yet. */
export const settlementStates = ["open", "legalized", "invoiced", "paid", "objected"] as const;
export type SettlementState = (typeof settlementStates)[number];

/** Legalised, then invoiced, then paid; an objection until it is paid, and back from it. Paid is the end. */
const steps: Readonly<Record<SettlementState, readonly SettlementState[]>> = {
  open: ["legalized", "objected"],
  legalized: ["invoiced", "objected"],
  invoiced: ["paid", "objected"],
  objected: ["legalized"],
  paid: [],
};

/** Kept by Postgres too: db/functions/settlement.sql. */
export function canSettle(from: SettlementState, to: SettlementState): boolean {
  return steps[from].includes(to);
}

/** The states that a use may go to next. */
export function nextStates(from: SettlementState): readonly SettlementState[] {
  return steps[from];
}

/** While it is on its way, or paid, a use cannot be taken back. */
export function holdsUse(state: SettlementState): boolean {
  return state === "legalized" || state === "invoiced" || state === "paid";
}
