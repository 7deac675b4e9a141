/** The media types that a request's document may have. */
export const documentTypes = ["application/pdf", "image/jpeg", "image/png"] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A document of a request, its type read from its bytes. */
export type RequestDocument = { name: string; type: DocumentType; content: Buffer };

/** Where a request for access stands. */
export type RequestState = "submitted" | "returned" | "approved" | "rejected";

/** Where a decision of the caja leads. */
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
