/** The media types that a request's document may have. */
export const documentTypes = ["application/pdf", "image/jpeg", "image/png"] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A document of a request, its type read from its bytes. */
export type RequestDocument = { name: string; type: DocumentType; content: Buffer };

/** State of a request for access. */
export type RequestState = "submitted" | "returned" | "approved" | "rejected";

/** State after a decision of the caja. */
export type Decision = Exclude<RequestState, "submitted">;

/** What is to be looked at before a request is decided (db/functions/request_queue.sql). All but the last warn. */
export const requestFlags = [
  "check_digit",
  "nit_taken",
  "same_nit",
  "no_agreement",
  "agreement_not_in_force",
  "agreement_ending",
  "same_email",
  "corrected",
] as const;
export type RequestFlag = (typeof requestFlags)[number];
