/**
 * What becomes of each kind of personal datum when its person asks to forget it: `now` is emptied at once
 * (`forget_holder` of db/functions/rights_export.sql), the rest when its own period ends. The answer, the desk and the
 * file say it in the words of `rights.stays`; a test compares the columns with docs/security/data.md.
 */
export const whatStays = {
  typed: { now: true, columns: ["lookup.id_sealed", "lookup.id_index"] },
  // Emptied with the typed ID where that is theirs; an ID that was typed here is found by nothing.
  misplaced: { now: false, columns: ["lookup.number_sealed"] },
  accounts: {
    now: true,
    columns: [
      "person.email",
      "person.id_kind",
      "person.id_number",
      "person.id_number_sealed",
      "person.id_number_index",
      "person.mobile",
      "person.mobile_sealed",
      "person.mobile_index",
      "email_change.email_sealed",
      "session.ip",
      "session.user_agent",
      "factor.name",
      "kept_file.file_name",
      "kept_file.sealed",
      "order_form.answers",
      "invitation.email",
      "invitation.name",
    ],
  },
  working: { now: false, columns: [] },
  orders: {
    now: false,
    columns: [
      "order.affiliate_id_kind",
      "order.affiliate_id_sealed",
      "order.affiliate_name_sealed",
      "order.affiliate_id_index",
      "order_code.check_index",
      "order_code.tail_index",
      "superseded_code.check_index",
      "superseded_code.tail_index",
      "order_deed.affiliate_id_index",
      "lookup_face.face",
    ],
  },
  reports: { now: false, columns: ["report.words_sealed", "report_photo.sealed"] },
  documents: { now: false, columns: ["request_document.file_name", "request_document.content"] },
  consents: { now: false, columns: ["consent.ip", "consent.user_agent"] },
  log: {
    now: false,
    columns: ["audit_address.ip", "person.name", "factor_reset.reason", "invitation.proof"],
  },
  requests: {
    now: false,
    columns: [
      "rights_request.content_sealed",
      "rights_request.id_index",
      "rights_request.id_kind",
      "rights_event.text_sealed",
      "rights_file.sealed",
    ],
  },
} as const satisfies Record<string, { now: boolean; columns: readonly string[] }>;
export type Staying = keyof typeof whatStays;
export const staying = Object.keys(whatStays) as Staying[];
