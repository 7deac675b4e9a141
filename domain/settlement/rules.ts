import type { SettlementState } from "@/model/settlement";

/**
 * What a person may do with uses: legalise and invoice them. An objection is possible until the payment and can be
 * lifted. To paid and back to invoiced only a payment run moves them (db/functions/payment.sql).
 */
const steps: Readonly<Record<SettlementState, readonly SettlementState[]>> = {
  open: ["legalized", "objected"],
  legalized: ["invoiced", "objected"],
  invoiced: ["objected"],
  objected: ["legalized"],
  paid: [],
};

/** Kept by Postgres too: db/functions/settlement.sql. */
export function canSettle(from: SettlementState, to: SettlementState): boolean {
  return steps[from].includes(to);
}

const acts = ["legalized", "invoiced", "objected"] as const satisfies SettlementState[];
type Act = (typeof acts)[number];

/** The moves that are possible for at least one of these states. A move applies to all ticked uses or to none. */
export function actsFor(states: Iterable<SettlementState>): Act[] {
  const present = [...states];
  return acts.filter((to) => present.some((from) => canSettle(from, to)));
}
