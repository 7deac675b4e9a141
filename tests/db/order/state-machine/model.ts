import { applyCoreState, importLine } from "./core-import";
import { type Command, inForce, isCurrent, type Model, type Step } from "./order";
import { decideUndo, giveBack, settle, undoOrRequest, use } from "./uses";

/** What one command does, and what it answers. `nothing`: it names what is not there. */
export function apply(model: Model, command: Command): Step {
  const stays = (outcome: string): Step => ({ model, outcome });
  const done = (changes: Partial<Model>): Step => ({ model: { ...model, ...changes }, outcome: "done" });
  if ("who" in command && command.who === "aud") return stays("not_allowed");
  switch (command.action) {
    case "deliver":
      return model.state === "issued" ? done({ state: "delivered" }) : stays("state_changed");
    case "annul":
      return annul(model);
    case "extend":
      return isCurrent(model) ? done({ extended: model.extended + 1, claim: null }) : stays("state_changed");
    case "replace":
      return replace(model);
    case "block": {
      if (!inForce(model)) return stays("state_changed");
      const by = `${command.who} ${command.reason}`;
      if (model.holds.some((hold) => hold.standing && hold.by === by)) return stays("done");
      return { model: hold(model, by), outcome: "done" };
    }
    case "unblock": {
      const standing = model.holds.flatMap((held, at) => (held.standing ? [at] : []));
      if (command.hold === null && standing.length > 1) return stays("holds_more");
      const [at] = command.hold === null ? standing : standing.filter((each) => each === command.hold);
      return at === undefined ? stays("state_changed") : { model: release(model, at), outcome: "done" };
    }
    case "use":
      return use(model, command);
    case "undo":
    case "ask_undo":
      return undoOrRequest(model, command);
    case "decide_undo":
      return decideUndo(model, command);
    case "settle":
      return settle(model, command);
    case "undo_objected": {
      const found = model.uses[command.use];
      if (!found) return stays("nothing");
      if (found.provider === null) return stays("not_found");
      if (found.undone) return stays("undone");
      if (found.settled !== "objected") return stays("not_objected");
      if (found.undoRequest === "open") return stays("undo_waits");
      return { model: giveBack(model, command.use), outcome: "done" };
    }
    case "claim": {
      if (model.suspended[command.provider]) return stays("paused");
      if (!isCurrent(model)) return stays(model.state);
      if (!model.rules.registersUse || !model.rules.claimFirst) return stays("not_asked");
      if (model.claim !== null) return stays(model.claim === command.provider ? "done" : "claimed");
      return done({ claim: command.provider });
    }
    case "release":
      return { ...done(model.claim === command.provider ? { claim: null } : {}), outcome: "done" };
    case "report": {
      const held = command.holds && !model.suspended[command.provider] && inForce(model);
      const next = held ? hold(model, `report ${model.reports.length}`) : model;
      return {
        model: {
          ...next,
          reports: [...model.reports, { by: command.provider, held, decided: false, withdrawn: false }],
        },
        outcome: "done",
      };
    }
    case "withdraw_report":
      return withdrawReport(model, command);
    case "decide_report":
      return decideReport(model, command);
    case "import":
      return importLine(model, command);
    case "kind":
      return done({ kind: command.rules });
    case "suspend":
      return done({
        suspended: model.suspended.map((was, at) => (at === command.provider ? command.on : was)),
      });
  }
}

function annul(model: Model): Step {
  if (!inForce(model) && !(model.state === "annulled" && model.voided === "core"))
    return { model, outcome: "state_changed" };
  const holds = model.holds.map((held) => ({ ...held, standing: false }));
  return {
    outcome: "done",
    model: {
      ...model,
      state: "annulled",
      before: null,
      voided: "person",
      coreSaid: null,
      usedOn: null,
      holds,
      claim: null,
    },
  };
}

function replace(model: Model): Step {
  const standing = model.uses.filter(({ undone }) => !undone);
  if (!isCurrent(model)) return { model, outcome: "state_changed" };
  if (standing.some(({ undoRequest }) => undoRequest === "open"))
    return { model, outcome: "order_undo_waits" };
  if (standing.some(({ settled }) => settled === "objected")) return { model, outcome: "order_use_objected" };
  return { outcome: "done", model: { ...model, state: "replaced", left: model.balance, claim: null } };
}

function hold(model: Model, by: string): Model {
  const before = isCurrent(model) ? (model.state as "issued" | "delivered") : model.before;
  return { ...model, state: "blocked", before, holds: [...model.holds, { by, standing: true }], claim: null };
}

function release(model: Model, at: number): Model {
  const holds = model.holds.map((held, each) => (each === at ? { ...held, standing: false } : held));
  if (holds.some(({ standing }) => standing)) return { ...model, holds };
  const free = { ...model, holds, state: model.before ?? model.state, before: null, coreSaid: null };
  if (!model.coreSaid) return free;
  return {
    ...applyCoreState(free, model.coreSaid, model.value),
    balance: model.coreSaid === "used" ? 0 : model.balance,
  };
}

function withdrawReport(
  model: Model,
  { provider, report }: Extract<Command, { action: "withdraw_report" }>,
): Step {
  const found = model.reports[report];
  if (!found) return { model, outcome: "nothing" };
  if (found.by !== provider) return { model, outcome: "not_found" };
  if (found.withdrawn) return { model, outcome: "done" };
  if (found.decided) return { model, outcome: "decided" };
  const at = model.holds.findIndex(({ by, standing }) => standing && by === `report ${report}`);
  const free = at < 0 ? model : release(model, at);
  const reports = model.reports.map((each, place) =>
    place === report ? { ...each, withdrawn: true } : each,
  );
  return { outcome: "done", model: { ...free, reports } };
}

function decideReport(model: Model, { report, to }: Extract<Command, { action: "decide_report" }>): Step {
  const found = model.reports[report];
  if (!found) return { model, outcome: "nothing" };
  if (found.decided || found.withdrawn) return { model, outcome: "decided" };
  const at = model.holds.findIndex(({ by, standing }) => standing && by === `report ${report}`);
  if (to === "unblock" && at < 0) return { model, outcome: "state_changed" };
  const moved =
    to === "annul" ? annul(model) : { model: to === "unblock" ? release(model, at) : model, outcome: "done" };
  if (moved.outcome !== "done") return moved;
  const reports = model.reports.map((each, place) => (place === report ? { ...each, decided: true } : each));
  return { outcome: "done", model: { ...moved.model, reports } };
}
