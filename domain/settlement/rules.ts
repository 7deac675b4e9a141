import type { SettlementState } from "@/model/settlement";

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

const acts = ["legalized", "invoiced", "paid", "objected"] as const satisfies SettlementState[];
type Act = (typeof acts)[number];

/** What may be done with at least one of uses in these states; each move is of all that are ticked, or none. */
export function actsFor(states: Iterable<SettlementState>): Act[] {
  const present = [...states];
  return acts.filter((to) => present.some((from) => canSettle(from, to)));
}
