import { byCore, type Command, isCurrent, type Model, type Step, type Use } from "./order";

/** What a line of the core's file does: it moves what is in force, and takes back only what the core did. */
export function importLine(
  model: Model,
  { coreState, otherValue, apply, usedOn }: Extract<Command, { action: "import" }>,
): Step {
  const kept: Step = { model, outcome: "kept" };
  const core = byCore(model);
  const dead = model.state === "used" || model.state === "annulled";
  if (dead && !core) return kept;
  const day = coreState === "used" ? usedOn : null;
  const dated: Step =
    day === null || day === model.usedOn ? kept : { outcome: "changed", model: { ...model, usedOn: day } };
  if (model.state === "used" && coreState === "used") return dated;
  if (model.state === "blocked" && model.balance === model.value && coreState !== "issued") {
    if (coreState === model.coreSaid) return dated;
    return { outcome: "changed", model: { ...model, coreSaid: coreState, usedOn: day } };
  }
  if (!dead && (!isCurrent(model) || model.balance < model.value)) return kept;
  const moves = (coreState === "issued" ? core : coreState !== model.state) && (!core || apply);
  const revalued = otherValue && apply && !model.own;
  if (!moves && !revalued) return kept;
  const value = revalued ? otherValueOf(model.value) : model.value;
  const next = moves ? applyCoreState({ ...model, usedOn: day }, coreState, value) : model;
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

export function applyCoreState(
  model: Model,
  coreState: "issued" | "annulled" | "used",
  value: number,
): Model {
  const unused = model.state === "used" ? model.uses.map((each) => ({ ...each, undone: true })) : model.uses;
  if (coreState === "issued")
    return { ...model, state: model.before ?? "issued", before: null, voided: null, uses: unused };
  const before = model.state === "delivered" ? "delivered" : model.before;
  if (coreState === "annulled") return { ...model, state: "annulled", voided: "core", before, uses: unused };
  const entry: Use = { provider: null, amount: value, undone: false, settled: "open", undoRequest: "no" };
  return { ...model, state: "used", voided: null, before, uses: [...unused, entry] };
}

export const otherValueOf = (value: number): number => (value === 600 ? 900 : 600);
