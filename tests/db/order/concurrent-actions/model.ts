import { type OrderAction, orderActions } from "@/domain/order/life";
import type { OrderState } from "@/model/order-state";

/** What the model knows of one order. People and providers are named by a letter and a number. */
export type Model = {
  state: OrderState;
  before: "issued" | "delivered" | null;
  value: number;
  balance: number;
  waiting: boolean;
  approved: boolean;
  /** Days that it was extended by. */
  extended: number;
  /** The version at which a second person was asked for an extension or a replacement; it lapses with a newer one. */
  requestedVersion: number | null;
  numbered: boolean;
  /** What was left when it was replaced: the value of the new one. */
  left: number | null;
  /** Counts every change: a stale page is an older count. */
  version: number;
  /** Uses by their key; an undo marks the one it is against. */
  uses: Record<string, { provider: number; amount: number; undoneBy: string | null }>;
};

export type Command =
  | { action: "edit"; who: "ana" | "luis"; value: number }
  | { action: "ask" | "issue" | "discard"; who: "ana" | "luis" }
  | { action: "approve" | "send_back"; who: "ana" | "luis" }
  | { action: "deliver" | "annul" | "block" | "unblock" | "replace" | "extend"; who: "ana" | "aud" }
  | { action: "use"; provider: number; key: number; amount: number | null }
  /** Against the use that the provider registered with that key. */
  | { action: "undo"; provider: number; of: number; key: number };

/** From this value on a second person approves. */
export const APPROVAL_FROM = 500;

export const begin = (value: number): Model => ({
  state: "draft",
  before: null,
  value,
  balance: value,
  waiting: false,
  approved: false,
  extended: 0,
  requestedVersion: null,
  numbered: false,
  left: null,
  version: 0,
  uses: {},
});

type Step = { model: Model; outcome: string };
const keyName = (provider: number, key: number) => `${provider}:${key}`;

/** What one command does to a model, and what it answers. `seen` is the model that its page showed. */
function apply(model: Model, command: Command, seen: Model, partial: boolean): Step {
  if (command.action === "use") return register(model, command, seen, partial);
  if (command.action === "undo") return undo(model, command);
  const stays = (outcome: string): Step => ({ model, outcome });
  const done = (changes: Partial<Model>): Step => ({
    model: { ...model, ...changes, version: model.version + 1 },
    outcome: "done",
  });
  if (command.who === "aud") return stays("not_allowed");
  const own = command.who === "ana";
  const fromHere = allowedFrom(command.action, model.state);
  const fresh = model.version === seen.version;
  switch (command.action) {
    case "edit":
      if (!fromHere) return stays("not_found");
      if (!fresh) return stays("draft_changed");
      if (!own) return stays("not_found");
      return done({ value: command.value, balance: command.value, waiting: false });
    case "discard":
      return fromHere && own ? done({ state: "annulled", waiting: false }) : stays("state_changed");
    case "ask":
      return fromHere && own && !model.waiting && fresh ? done({ waiting: true }) : stays("draft_changed");
    case "send_back":
      return fromHere && !own && model.waiting ? done({ waiting: false }) : stays("state_changed");
    case "issue":
      if (!fromHere) return stays("state_changed");
      if (!own) return stays("not_allowed");
      if (!fresh) return stays("draft_changed");
      return model.value >= APPROVAL_FROM
        ? stays("needs_second_person")
        : done({ state: "issued", numbered: true });
    case "approve":
      if (!fromHere) return stays("state_changed");
      if (own) return stays("same_person");
      if (!model.waiting) return stays("state_changed");
      return fresh
        ? done({ state: "issued", numbered: true, waiting: false, approved: true })
        : stays("draft_changed");
    case "deliver":
      return fromHere ? done({ state: "delivered" }) : stays("state_changed");
    case "annul":
      if (!fromHere) return stays("state_changed");
      return done({ state: "annulled", before: null });
    case "block":
      // The same person and words again are the same reason.
      if (model.state === "blocked") return stays("done");
      return fromHere ? done({ state: "blocked", before: current(model.state) }) : stays("state_changed");
    case "unblock":
      return fromHere && model.before ? done({ state: model.before, before: null }) : stays("state_changed");
    case "extend":
      if (!fromHere || model.extended !== seen.extended) return stays("state_changed");
      return second(model) ?? done({ extended: model.extended + 1 });
    case "replace":
      if (!fromHere || !fresh) return stays("state_changed");
      return second(model) ?? done({ state: "replaced", left: model.balance });
  }
}

/** The balance is issued again: from the limit on a second person is needed, once for each version. */
function second(model: Model): Step | null {
  if (model.balance < APPROVAL_FROM) return null;
  if (model.requestedVersion === model.version) return { model, outcome: "change_waits" };
  return { model: { ...model, requestedVersion: model.version }, outcome: "asked" };
}

function register(
  model: Model,
  { provider, key, amount }: Extract<Command, { action: "use" }>,
  seen: Model,
  partial: boolean,
): Step {
  const stays = (outcome: string): Step => ({ model, outcome });
  const name = keyName(provider, key);
  const before = model.uses[name];
  if (before) return stays(amount === null || amount === before.amount ? "same" : "key_reused");
  if (Object.values(model.uses).some(({ undoneBy }) => undoneBy === name)) return stays("key_reused");
  if (model.state === "used") {
    const standing = Object.values(model.uses).filter(({ undoneBy }) => undoneBy === null);
    return stays(standing.at(-1)?.provider === provider ? "yours" : "used");
  }
  if (!allowedFrom("use", model.state)) return stays(model.state);
  if (!isAsCompared(model, seen, provider)) return stays("uncompared");
  const part = amount ?? model.balance;
  if (part <= 0 || part > model.balance || (part < model.balance && !partial)) return stays("amount");
  const balance = model.balance - part;
  return {
    outcome: "done",
    model: {
      ...model,
      balance,
      state: balance === 0 ? "used" : model.state,
      version: model.version + 1,
      uses: { ...model.uses, [name]: { provider, amount: part, undoneBy: null } },
    },
  };
}

/** The provider compared the order that it saw; since then only its own uses took from the balance. */
function isAsCompared(model: Model, seen: Model, provider: number): boolean {
  const own = Object.entries(model.uses)
    .filter(([name, use]) => use.provider === provider && !seen.uses[name])
    .reduce((sum, [, { amount }]) => sum + amount, 0);
  const samePaper = (["numbered", "value", "extended"] as const).every((part) => model[part] === seen[part]);
  return samePaper && model.balance + own === seen.balance;
}

function undo(model: Model, { provider, of, key }: Extract<Command, { action: "undo" }>): Step {
  const stays = (outcome: string): Step => ({ model, outcome });
  const name = keyName(provider, key);
  const target = keyName(provider, of);
  const undone = model.uses[target];
  if (!undone) return stays("not_found");
  const taken = Object.entries(model.uses).find(([, { undoneBy }]) => undoneBy === name);
  if (taken) return stays(taken[0] === target ? "same" : "key_reused");
  if (model.uses[name]) return stays("key_reused");
  if (undone.undoneBy !== null) return stays("undone");
  // What it gave back would go to a dead paper: the caja gives it back in a new order.
  if (model.state === "replaced") return stays("replaced");
  return {
    outcome: "done",
    model: {
      ...model,
      balance: model.balance + undone.amount,
      state: model.state === "used" ? "delivered" : model.state,
      version: model.version + 1,
      uses: { ...model.uses, [target]: { ...undone, undoneBy: name } },
    },
  };
}

function allowedFrom(action: OrderAction, state: OrderState): boolean {
  const from: readonly OrderState[] = orderActions[action].from;
  return from.includes(state);
}

function current(state: OrderState): "issued" | "delivered" {
  if (state === "issued" || state === "delivered") return state;
  throw new Error(`${state} is not current`);
}

/** Every result that commands sent at once may have: one for each order of them. */
export function allowed(model: Model, commands: readonly Command[], partial: boolean) {
  return permutations(commands.map((_, at) => at)).map((order) => {
    const outcomes: string[] = [];
    let after = model;
    for (const at of order) {
      const command = commands[at];
      if (!command) continue;
      const step = apply(after, command, model, partial);
      after = step.model;
      outcomes[at] = step.outcome;
    }
    return { model: after, outcomes };
  });
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
