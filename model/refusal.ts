/** Codes of all refusals of a form. The words are in messages/, under `refusals`. */
export type RefusalCode =
  | "not_allowed"
  /** The form belongs to another of the person's providers than the current one. */
  | "other_provider"
  /** An internal error: its log line has the id that the form shows. */
  | "unexpected"
  /** A text has characters that nobody can have typed. */
  | "unreadable"
  | "bad_credentials"
  | "last_attempt"
  | "too_many_attempts"
  | "link_not_usable"
  | "password_personal"
  | "password_common"
  | "email_taken"
  | "already_invited"
  | "team_not_approved"
  | "own_access"
  | "official_not_found"
  | "official_changed"
  | "official_email_taken"
  | "last_owner"
  | "member_not_found"
  | "request_not_found"
  | "request_already_decided"
  | "request_not_correctable"
  | "nit_has_owner"
  | "no_agreement_in_force"
  | "wrong_check_digit"
  | "decision_stands"
  | "agreement_number_taken"
  | "agreement_changed"
  | "agreement_not_found"
  | "application_changed"
  | "document_name_taken"
  | "documents_full"
  | "documents_missing"
  | "provider_not_found"
  | "provider_state_changed"
  | "day_outside"
  | "same_data"
  | "owner_remains"
  | "owner_email_barred"
  | "owner_already"
  | "owner_named"
  | "owner_not_named"
  | "wrong_owner_code"
  /** The page has not yet shown what the provider will read. */
  | "suspension_unread"
  | "import_moved_on"
  | "caja_changed"
  | "order_missing"
  | "order_delivered"
  | "order_not_issued"
  | "order_expired"
  | "order_unprintable"
  | "nothing_ticked"
  | "order_changed"
  | "wrong_password"
  | "last_password"
  | "wrong_code"
  | "last_code"
  /** A code of the second factor is accepted once. */
  | "code_used"
  | "factor_gone"
  | "last_factor"
  /** The last proof of who is there is too old for this act. */
  | "proof_needed"
  | "key_changed"
  | "keys_full"
  | "code_cut"
  | "kind_changed"
  | "kind_code_taken"
  | "kinds_full"
  | "kind_closed"
  | "value_too_large"
  | "provider_needed"
  | "provider_open"
  | "provider_without_agreement"
  | "provider_name_shared"
  | "dates_outside_rule"
  | "order_state_changed"
  | "draft_changed"
  | "needs_second_person"
  | "repeats_order"
  | "change_waits"
  | "change_lapsed"
  | "same_person"
  | "order_undo_waits"
  | "order_use_objected"
  | "holds_more"
  | "paper_value_differs"
  | "amount_not_left"
  | "undo_decided"
  | "changed_since"
  | "order_now"
  | "cufe_taken"
  | "invoice_other_cufe"
  | "invoice_sum"
  | "in_payment"
  | "payment_changed"
  | "payment_decided"
  | "bank_account_decided"
  | "bank_account_same_person"
  | "bank_account_waits"
  | "payment_same_person"
  | "payment_legalizer"
  | "reversal_waits"
  | "use_settled"
  | "use_not_objected"
  | "settlement_changed"
  | "undo_waits"
  | "own_provider"
  | "name_taken"
  | "place_closed"
  | "too_many_places"
  | "report_decided"
  | "report_unconfirmed"
  | "report_withdraw_late"
  | "too_many_reports";

/** Keys of `parts` in messages/, or what people call it; `now` is how it is now. */
export type RefusedPart = { what: string; now?: string };

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** The end of the wait, when a rate limit refuses. */
    readonly until?: Date,
    /** The wait that one more failure would start, if it would start one. */
    readonly minutes?: number,
    /** The parts that the refusal is about, when there can be several. */
    readonly about?: readonly RefusedPart[],
  ) {
    super(code);
    this.name = "Refusal";
  }
}
