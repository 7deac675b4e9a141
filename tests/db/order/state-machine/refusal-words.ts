import { en } from "@/messages/en";
import { esCO, type Messages } from "@/messages/es-CO";
import type { RefusalCode } from "@/model/refusal";

/** What each answer of the database becomes on a screen: a refusal, or what the answer page shows. */
const refusals: Readonly<Record<string, RefusalCode>> = {
  not_allowed: "not_allowed",
  state_changed: "order_state_changed",
  holds_more: "holds_more",
  order_undo_waits: "order_undo_waits",
  order_use_objected: "order_use_objected",
  settled: "use_settled",
  undo_waits: "undo_waits",
  not_objected: "use_not_objected",
  undone: "undo_decided",
  amount: "amount_not_left",
};
/** For a counter these are verdicts on the page to which it is redirected. */
const verdicts = ["used", "annulled", "replaced", "blocked", "paused", "claimed"] as const;

/** The words of "action outcome" in both languages; empty where there are none. */
export function wordsOf(answer: string): string[] {
  const [action = "", outcome = ""] = answer.split(" ");
  return [esCO, en].map((messages) => textOf(action, outcome, messages));
}

function textOf(action: string, outcome: string, { common, compare, counter, use }: Messages): string {
  const verdict = verdicts.find((each) => each === outcome);
  if ((action === "use" || action === "claim") && verdict) {
    const { heading, line } = counter.verdicts[verdict];
    return `${heading} ${line}`;
  }
  if (action === "settle" && outcome === "state_changed") return common.refusals.settlement_changed;
  if (outcome === "decided")
    return action.endsWith("_report") ? common.refusals.report_decided : common.refusals.undo_decided;
  if (action === "withdraw_report") return common.refusals.not_allowed;
  if (action === "undo_objected") return common.refusals[refusals[outcome] ?? "use_not_objected"];
  // The page of the use, or of the answer, shows itself again as it is by now.
  if (outcome === "yours") return compare.verdicts.registered.heading;
  if (["undone", "not_found"].includes(outcome)) return use.receiptUndoneHeading;
  if (outcome === "asked") return use.undoRequested("hoy");
  if (outcome === "replaced") return use.undoAskText;
  if (["unclaimed", "not_asked", "not_registered"].includes(outcome)) return compare.claimIt.padEnd(10);
  const code = refusals[outcome];
  return code ? common.refusals[code] : "";
}
