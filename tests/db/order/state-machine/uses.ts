import { canSettle } from "@/domain/settlement/rules";
import type { SettlementState } from "@/model/settlement";
import { type Command, isCurrent, type Model, type Step, type Use } from "./order";

export function use(model: Model, { provider, amount }: Extract<Command, { action: "use" }>): Step {
  const { rules } = model;
  const no = (outcome: string): Step => ({ model, outcome });
  if (model.suspended[provider]) return no("paused");
  if (model.state === "used")
    return no(model.uses.findLast(({ undone }) => !undone)?.provider === provider ? "yours" : "used");
  if (!isCurrent(model)) return no(model.state);
  if (!rules.registersUse) return no("not_registered");
  if (model.claim !== null && model.claim !== provider) return no("claimed");
  if (rules.claimFirst && model.claim === null) return no("unclaimed");
  const part = amount ?? model.balance;
  if (part <= 0 || part > model.balance || (part < model.balance && !rules.partialUse)) return no("amount");
  const balance = model.balance - part;
  const uses: Use[] = [
    ...model.uses,
    { provider, amount: part, undone: false, settled: "open", undoRequest: "no" },
  ];
  return {
    outcome: "done",
    model: { ...model, balance, uses, claim: null, state: balance === 0 ? "used" : model.state },
  };
}

export function undoOrRequest(
  model: Model,
  command: Extract<Command, { action: "undo" | "ask_undo" }>,
): Step {
  const found = model.uses[command.use];
  const no = (outcome: string): Step => ({ model, outcome });
  if (!found) return no("nothing");
  if (found.provider !== command.provider) return no("not_found");
  if (found.undone) return no("undone");
  if (holdsUse(found.settled)) return no("settled");
  if (command.action === "undo")
    return model.state === "replaced"
      ? no("replaced")
      : { model: takeBack(model, command.use), outcome: "done" };
  return found.undoRequest === "open"
    ? no("asked")
    : { model: change(model, command.use, { undoRequest: "open" }), outcome: "done" };
}

const change = (model: Model, at: number, changes: Partial<Use>): Model => ({
  ...model,
  uses: model.uses.map((each, place) => (place === at ? { ...each, ...changes } : each)),
});

function takeBack(model: Model, at: number): Model {
  const amount = model.uses[at]?.amount ?? 0;
  const state = model.state === "used" ? "delivered" : model.state;
  return { ...change(model, at, { undone: true }), state, balance: model.balance + amount, claim: null };
}

/** By the caja; when the order was replaced, the value goes to a new one. */
export function giveBack(model: Model, at: number): Model {
  const back = takeBack(model, at);
  if (model.state !== "replaced") return back;
  return { ...back, returned: [...model.returned, model.uses[at]?.amount ?? 0] };
}

export function decideUndo(
  model: Model,
  { use: at, approve }: Extract<Command, { action: "decide_undo" }>,
): Step {
  const found = model.uses[at];
  if (!found || found.undoRequest === "no") return { model, outcome: "nothing" };
  if (approve && holdsUse(found.settled)) return { model, outcome: "settled" };
  if (found.undoRequest === "decided" || (!approve && found.undone)) return { model, outcome: "decided" };
  const back = approve && !found.undone ? giveBack(model, at) : model;
  return { model: change(back, at, { undoRequest: "decided" }), outcome: "done" };
}

export function settle(model: Model, { use: at, to }: Extract<Command, { action: "settle" }>): Step {
  const found = model.uses[at];
  if (!found) return { model, outcome: "nothing" };
  // To paid a payment run moves it.
  const moves = to === "paid" ? found.settled === "invoiced" : canSettle(found.settled, to);
  if (found.provider === null || found.undone || !moves) return { model, outcome: "state_changed" };
  if (to === "legalized" && found.undoRequest === "open") return { model, outcome: "undo_waits" };
  return { model: change(model, at, { settled: to }), outcome: "done" };
}

/** Invoiced or paid: such a use is not undone. */
const holdsUse = (state: SettlementState): boolean => ["legalized", "invoiced", "paid"].includes(state);
