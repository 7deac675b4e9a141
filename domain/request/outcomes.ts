/** Outcomes of SQL functions on requests and their documents, as domain/outcome.ts has those of all. */
export const requestOutcomes = {
  application_outcome: {
    not_allowed: "not_allowed",
    not_found: "application_changed",
    changed: "application_changed",
    name_taken: "document_name_taken",
    documents_full: "documents_full",
  },
  correct_request_outcome: {
    not_allowed: "request_not_correctable",
    not_returned: "request_not_correctable",
    documents_missing: "documents_missing",
  },
  decide_request_outcome: {
    already_decided: "request_already_decided",
    not_found: "request_not_found",
    no_agreement: "no_agreement_in_force",
    nit_has_owner: "nit_has_owner",
    wrong_check_digit: "wrong_check_digit",
    not_allowed: "not_allowed",
    changed: "changed_since",
  },
  take_back_outcome: {
    not_allowed: "not_allowed",
    not_found: "request_not_found",
    not_yours: "decision_stands",
    too_late: "decision_stands",
    carries_another: "decision_carries_another",
  },
  mark_document_outcome: {
    not_allowed: "not_allowed",
    not_found: "request_not_found",
    already_decided: "request_already_decided",
  },
  // Of a file that no form asks for nothing is kept.
  keep_file_outcome: { not_allowed: "not_allowed", not_asked: null },
  file_renewal_outcome: {
    // The number of the first is answered.
    open_already: null,
    not_allowed: "not_allowed",
    not_found: "request_not_found",
    nothing_due: "nothing_to_renew",
    documents_missing: "documents_missing",
  },
  file_request_outcome: {
    // The number of the first is answered.
    open_already: null,
    not_allowed: "not_allowed",
    not_found: "request_not_found",
    nit_has_owner: "nit_has_owner",
    documents_missing: "documents_missing",
  },
} as const;
