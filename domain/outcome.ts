import type { Domains } from "@/db/contract/functions.generated";
import { Refusal, type RefusalCode } from "@/model/refusal";
import { providerOutcomes } from "./provider/outcomes";
import { requestOutcomes } from "./request/outcomes";
import { standings } from "./use/standing-outcomes";

type OutcomeDomain = Extract<keyof Domains, `${string}_outcome`>;
type Refusals = {
  [Domain in OutcomeDomain]: Readonly<Record<Exclude<Domains[Domain], "done">, RefusalCode | null>>;
};

/**
 * The only table from outcomes of SQL functions to refusals. An outcome without an entry does not compile.
 * Null: the verb handles it, so it is no refusal.
 */
const refusals: Refusals = {
  account_outcome: {
    unknown: "link_not_usable",
    used: "link_not_usable",
    superseded: "link_not_usable",
    expired: "link_not_usable",
    cancelled: "link_not_usable",
    inviter_left: "link_not_usable",
    email_taken: "email_taken",
    nit_has_owner: "nit_has_owner",
    wrong_code: "wrong_owner_code",
  },
  ...requestOutcomes,
  caja_outcome: { not_allowed: "not_allowed", changed: "caja_changed" },
  caja_people_outcome: {
    not_allowed: "not_allowed",
    own_access: "own_access",
    not_found: "official_not_found",
    changed: "official_changed",
    email_taken: "official_email_taken",
    waiting: "too_many_attempts",
  },
  notice_choice_outcome: { not_allowed: "not_allowed" },
  decide_report_outcome: {
    own_provider: "own_provider",
    not_allowed: "not_allowed",
    changed: "changed_since",
    decided: "report_decided",
    not_found: "report_decided",
    state_changed: "order_state_changed",
  },
  draft_outcome: {
    not_allowed: "not_allowed",
    not_found: "order_missing",
    state_changed: "order_state_changed",
    draft_changed: "draft_changed",
    same_person: "same_person",
    needs_second_person: "needs_second_person",
    repeats: "repeats_order",
    kind_closed: "kind_closed",
    value_too_large: "value_too_large",
    provider_needed: "provider_needed",
    provider_open: "provider_open",
    provider_without_agreement: "provider_without_agreement",
    dates_outside_rule: "dates_outside_rule",
    other_form_kept: "other_form_kept",
  },
  email_change_outcome: {
    not_allowed: "not_allowed",
    unproven: "proof_needed",
    same: "email_same",
    gone: "link_not_usable",
    taken: "email_taken",
    waiting: null,
  },
  factor_outcome: {
    not_allowed: "not_allowed",
    unproven: "proof_needed",
    used: "code_used",
    gone: "factor_gone",
    last_factor: "last_factor",
    full: "passkeys_full",
  },
  history_outcome: { not_allowed: "not_allowed" },
  // A worker whose run is another's stops.
  import_end_outcome: { no_orders: null, lost: null },
  lease_outcome: { lost: null },
  notice_outcome: { already_sent: null },
  order_list_outcome: { not_allowed: "not_allowed" },
  import_outcome: {
    not_allowed: "import_moved_on",
    moved_on: "import_moved_on",
    changed: "import_ticks_changed",
  },
  incident_outcome: {
    not_allowed: "not_allowed",
    not_found: "incident_gone",
    changed: "incident_changed",
    closed: "incident_closed",
    reported_early: "incident_reported_early",
  },
  key_outcome: { not_allowed: "not_allowed", changed: "key_changed", full: "keys_full" },
  kind_outcome: {
    not_allowed: "not_allowed",
    changed: "kind_changed",
    code_taken: "kind_code_taken",
    kinds_full: "kinds_full",
  },
  order_outcome: {
    asked: null,
    not_allowed: "not_allowed",
    not_found: "order_missing",
    state_changed: "order_state_changed",
    changed: "changed_since",
    order_expired: "order_expired",
    holds_more: "holds_more",
    dates_outside_rule: "dates_outside_rule",
    order_undo_waits: "order_undo_waits",
    order_use_objected: "order_use_objected",
    change_waits: "change_waits",
    change_lapsed: "change_lapsed",
    same_person: "same_person",
  },
  payment_outcome: {
    own_provider: "own_provider",
    not_allowed: "not_allowed",
    not_found: "payment_changed",
    changed: "payment_changed",
    decided: "payment_decided",
    same_person: "payment_same_person",
    legalizer: "payment_legalizer",
    reversal_waits: "reversal_waits",
  },
  // These outcomes carry the end of the wait, which the verb answers.
  registration_outcome: { closed: "link_not_usable", waiting: null, just_sent: null },
  ...providerOutcomes,
  switch_outcome: { not_allowed: "not_allowed" },
  agreement_outcome: {
    not_allowed: "not_allowed",
    number_taken: "agreement_number_taken",
    agreement_changed: "agreement_changed",
    agreement_not_found: "agreement_not_found",
  },
  use_outcome: {
    amount: "amount_not_left",
    same: null,
    // The answer page says why there is no receipt.
    yours: null,
    key_reused: null,
    key_closed: null,
    claimed: null,
    uncompared: null,
    unclaimed: null,
    not_registered: null,
    ...standings,
  },
  claim_outcome: { claimed: null, uncompared: null, not_asked: null, ...standings },
  undo_outcome: {
    settled: "use_settled",
    same: null,
    key_reused: null,
    undone: null,
    not_found: null,
    // The verb answers false, and the page offers to request the reversal from the caja.
    too_late: null,
    other_counter: null,
    replaced: null,
  },
  ask_undo_outcome: { settled: "use_settled", asked: null, undone: null, not_found: null },
  decide_undo_outcome: {
    own_provider: "own_provider",
    not_allowed: "not_allowed",
    changed: "changed_since",
    settled: "use_settled",
    decided: "undo_decided",
    not_found: "undo_decided",
  },
  comparison_outcome: {
    again: "paper_value_differs",
    // The answer page says what came of it.
    equal: null,
    different: null,
    unreadable: null,
    stale: null,
    picture: null,
    not_current: null,
    changed: null,
    other_way: null,
    not_found: null,
  },
  file_report_outcome: {
    too_many: "too_many_reports",
    unconfirmed: "report_unconfirmed",
    not_allowed: "not_allowed",
    not_found: null,
  },
  settle_outcome: {
    own_provider: "own_provider",
    not_allowed: "not_allowed",
    changed: "changed_since",
    state_changed: "settlement_changed",
    undo_waits: "undo_waits",
    cufe_taken: "cufe_taken",
    invoice_other_cufe: "invoice_other_cufe",
    invoice_sum: "invoice_sum",
    in_payment: "in_payment",
  },
  undo_objected_outcome: {
    own_provider: "own_provider",
    not_allowed: "not_allowed",
    changed: "changed_since",
    undo_waits: "undo_waits",
    undone: "use_not_objected",
    not_objected: "use_not_objected",
    not_found: "use_not_objected",
  },
  // The verbs of domain/rights answer these: with a wait, another draw, or the page of the request.
  file_rights_outcome: { waiting: null, number_taken: null },
  open_rights_outcome: { waiting: null, unknown: "rights_unknown" },
  complete_rights_outcome: { changed: "rights_changed", late: "rights_late" },
  rights_outcome: {
    not_allowed: "not_allowed",
    not_found: "rights_gone",
    changed: "rights_changed",
    closed: "rights_closed",
    not_whole: "rights_incomplete",
    extended: "rights_extended",
    term_over: "rights_term_over",
    unproven: "rights_unproven",
    too_early: "rights_early",
    no_consent: "rights_no_consent",
    not_erasing: "rights_not_erasing",
    other_number: "rights_other_number",
  },
  withdraw_report_outcome: {
    not_allowed: "not_allowed",
    not_found: "not_allowed",
    decided: "report_decided",
    late: "report_withdraw_late",
  },
};

/**
 * @throws Refusal when the outcome is one; the others are the caller's to deal with
 * @throws Error for an outcome that only a newer version of the database knows
 */
export function requireDone<Domain extends OutcomeDomain>(domain: Domain, outcome: Domains[Domain]): void {
  const codes: Readonly<Record<string, RefusalCode | null>> = refusals[domain];
  const code = outcome === "done" ? null : codes[outcome];
  if (code === undefined) throw new Error(`unknown outcome ${outcome}`);
  if (code) throw new Refusal(code);
}
