import { expect } from "vitest";
import { apply } from "./model";
import type { Command, Model } from "./order";
import type { RealOrder } from "./real-order";
import type { StoredOrder } from "./stored-order";

/** The row that corresponds to a model. */
function stored({
  state,
  before,
  voided,
  coreSaid,
  usedOn,
  value,
  balance,
  extended,
  claim,
  left,
  returned,
  ...model
}: Model): StoredOrder {
  return {
    ...{ state, before, voided, coreSaid, usedOn, value, balance, extended, claim, left, returned },
    holds: model.holds.map(({ by, standing }) => ({ by: by.startsWith("report"), standing })),
    uses: model.uses.map(({ undoRequest, ...use }) => ({ ...use, undoRequest: undoRequest === "open" })),
    reports: model.reports.map(({ held, decided, withdrawn }) => ({ held, decided, withdrawn })),
  };
}

/** Does it in both, and holds the answers, the rows and the money against each other. */
export async function step(
  model: Model,
  real: RealOrder,
  command: Command,
  seen: Set<string>,
): Promise<Model> {
  const expected = apply(model, command);
  const outcome = await real.send(command);
  const row = await real.read();
  const text = JSON.stringify(command);
  expect(`${text}: ${outcome}`).toBe(`${text}: ${expected.outcome}`);
  expect(row, text).toEqual(stored(expected.model));
  const used = row.uses.filter(({ undone }) => !undone).reduce((sum, { amount }) => sum + amount, 0);
  // Every peso of the value is used, in the balance, in the replacement, or in an order that returned it.
  const elsewhere =
    row.left === null ? row.balance : row.left + row.returned.reduce((sum, each) => sum + each, 0);
  expect(used + elsewhere, text).toBe(row.value);
  seen.add(`${command.action} ${outcome}`);
  seen.add(row.state);
  return expected.model;
}

/**
 * No state is a dead end: every pending decision of the caja can be made, and then the order is either in force
 * or final with nothing pending.
 */
export async function close(model: Model, real: RealOrder, seen: Set<string>): Promise<void> {
  let now = model;
  const must = async (command: Command) => {
    expect(apply(now, command).outcome, JSON.stringify(command)).toBe("done");
    now = await step(now, real, command, seen);
  };
  for (const [use, { undoRequest, undone, settled }] of now.uses.entries())
    if (undoRequest === "open")
      await must({ action: "decide_undo", use, approve: undone || settled !== "objected" });
  for (const [use] of now.uses.entries())
    if (now.uses[use]?.settled === "objected" && !now.uses[use]?.undone)
      await must({ action: "undo_objected", use });
  for (const [report, { decided, withdrawn }] of now.reports.entries())
    if (!decided && !withdrawn) await must({ action: "decide_report", report, to: "leave" });
  for (const [hold] of now.holds.entries())
    if (now.holds[hold]?.standing) await must({ action: "unblock", who: "luis", hold });
  if (now.state === "issued" || now.state === "delivered") await must({ action: "annul", who: "luis" });
  expect(["used", "annulled", "replaced"]).toContain(now.state);
}
