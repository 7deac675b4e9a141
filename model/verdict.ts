/**
 * What the database says of a question: the standing of a found order (db/functions/order.sql), or
 * why there is no order to speak of. `digits` is a code that was read and waits for the last four of the ID;
 * `forged` is a code that was changed, `foreign` one that is not the caja's; `superseded` is a genuine code of a
 * current order of which there is a newer paper.
 */
export const outcomes = [
  "current",
  "used",
  "annulled",
  "expired",
  "not_yet",
  "blocked",
  "replaced",
  "claimed",
  "other_provider",
  "not_found",
  "waiting",
  "paused",
  "digits",
  "forged",
  "foreign",
  "superseded",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Result of the provider's comparison of the paper with the order. */
export type ComparisonResult = "equal" | "different" | "unreadable";

/**
 * The counter's verdict: an outcome, or more after the comparison. `authentic` is the only green one;
 * `asked_before` is a look-up that is no longer valid, because time passed or the order changed.
 */
export type Verdict =
  | Outcome
  | "authentic"
  | "asked_before"
  | "mismatch"
  | "unread"
  | "registered"
  | "picture";

/**
 * The caja's answer to a code that a phone scanned offline. `registered`: used by the same provider. `waiting`:
 * could not be looked up and must be scanned again.
 */
export type DeferredAnswer = Exclude<Outcome, "digits"> | "registered";
