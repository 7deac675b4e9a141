import { byCore, type Command, isCurrent, type Model, type Step, type Use } from "./order";

/** What a line of the core's file does: it moves what is in force, and takes back only what the core did. */
export function importLine(
  model: Model,
  { says, otherValue, apply }: Extract<Command, { deed: "import" }>,
): Step {
  const kept: Step = { model, outcome: "kept" };
  const core = byCore(model);
  const dead = model.state === "used" || model.state === "annulled";
  if (dead && !core) return kept;
  if (model.state === "used" && says === "used") return kept;
  if (
    model.state === "blocked" &&
    model.balance === model.value &&
    says !== "issued" &&
    says !== model.coreSaid
  )
    return { outcome: "changed", model: { ...model, coreSaid: says } };
  if (!dead && (!isCurrent(model) || model.balance < model.value)) return kept;
  const moves = (says === "issued" ? core : says !== model.state) && (!core || apply);
  const revalued = otherValue && apply && !model.own;
  if (!moves && !revalued) return kept;
  const value = revalued ? otherValueOf(model.value) : model.value;
  const next = moves ? saysState(model, says, value) : model;
  const state = next.state;
  return {
    outcome: "changed",
    model: {
      ...next,
      value,
      balance: state === "used" ? 0 : value,
      claim: moves || revalued ? lost(model, next, revalued) : model.claim,
    },
  };
}

/** A claim ends where the face changes: its value, or what was used of it. */
const lost = (was: Model, next: Model, revalued: boolean): number | null =>
  revalued || (was.state === "used") !== (next.state === "used") ? null : was.claim;

export function saysState(model: Model, says: "issued" | "annulled" | "used", value: number): Model {
  const unused = model.state === "used" ? model.uses.map((each) => ({ ...each, undone: true })) : model.uses;
  if (says === "issued")
    return { ...model, state: model.before ?? "issued", before: null, voided: null, uses: unused };
  const before = model.state === "delivered" ? "delivered" : model.before;
  if (says === "annulled") return { ...model, state: "annulled", voided: "core", before, uses: unused };
  const entry: Use = { provider: null, amount: value, undone: false, settled: "open", asked: "no" };
  return { ...model, state: "used", voided: null, before, uses: [...unused, entry] };
}

export const otherValueOf = (value: number): number => (value === 600 ? 900 : 600);
