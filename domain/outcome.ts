import { Refusal, type RefusalCode } from "@/model/refusal";

/** What the SQL functions of an order's life say, as the refusal that a person reads. */
const refusals: Readonly<Record<string, RefusalCode>> = {
  not_allowed: "not_allowed",
  not_found: "order_missing",
  state_changed: "order_state_changed",
  draft_changed: "draft_changed",
  needs_second_person: "needs_second_person",
  repeats: "repeats_order",
  change_waits: "change_waits",
  change_lapsed: "change_lapsed",
  same_person: "same_person",
  order_expired: "order_expired",
  order_undo_waits: "order_undo_waits",
  order_use_objected: "order_use_objected",
  holds_more: "holds_more",
  kind_closed: "kind_closed",
  value_too_large: "value_too_large",
  provider_needed: "provider_needed",
  provider_open: "provider_open",
  provider_without_agreement: "provider_without_agreement",
  dates_outside_rule: "dates_outside_rule",
};

/** @throws Refusal unless the outcome is "done" */
export function requireDone(outcome: string): void {
  if (outcome === "done") return;
  const code = refusals[outcome];
  if (!code) throw new Error(`unknown outcome ${outcome}`);
  throw new Refusal(code);
}
