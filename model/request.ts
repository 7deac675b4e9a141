/** The media types that a request's document may have. */
export const documentTypes = ["application/pdf", "image/jpeg", "image/png"] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A document of a request, its type read from its bytes. */
export type RequestDocument = { name: string; type: DocumentType; content: Buffer };

/** What a kind of document is called in the database and in forms. */
export const documentKind = /^[a-z][a-z0-9_]{1,39}$/;

/** A document as a request keeps what it was asked for, as the database writes it. */
export type RequestedDocument = {
  kind: string;
  name: string;
  required: boolean;
  largest_age_days: number | null;
};

/** State of a request for access. */
export type RequestState = "submitted" | "returned" | "approved" | "rejected";

/** What can happen to a request. */
export type RequestEventKind = RequestState | "corrected" | "taken_back";

/** State after a decision of the caja. */
export type Decision = Exclude<RequestState, "submitted">;

/** What is to be looked at before a request is decided (db/functions/request_queue.sql). All but the last two warn. */
export type RequestFlag =
  | "check_digit"
  | "nit_taken"
  | "same_nit"
  | "no_agreement"
  | "agreement_not_in_force"
  | "agreement_ending"
  | "same_email"
  | "corrected"
  | "renewal";

/**
 * Why a request goes back, as codes that are counted. A D is about a document, an E about the data; the ninth is what
 * was written by hand.
 */
export const documentReasons = ["D1", "D2", "D3", "D4", "D5"] as const;
export type DocumentReason = (typeof documentReasons)[number];
export const dataReasons = ["E1", "E2", "E3"] as const;
export type DataReason = (typeof dataReasons)[number];
/** Why a request is rejected. N4 also stands for one that is closed because another of its NIT was approved. */
export const rejectReasons = ["N1", "N2", "N3", "N4"] as const;
export type RejectReason = (typeof rejectReasons)[number];
/** What was written by hand, without a code of its own. */
type OwnReason = "E9" | "N9";

/** A reason as it is stored: its code, and which document it is about. */
export type RequestReason = {
  code: DocumentReason | DataReason | RejectReason | OwnReason;
  document?: string;
};
