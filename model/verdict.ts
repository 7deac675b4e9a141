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

/** What came of comparing the paper with the order, by the provider's own look-up. */
export type ComparisonResult = "equal" | "different" | "unreadable";

/**
 * What the counter is told: an outcome, or more once the paper was compared. `authentic` is the only green;
 * `asked_before` is a question too old to act on: time passed, or the order changed.
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
 * What the caja says, once there is internet, of a code that a phone read without: `registered` was used by the
 * same provider, `waiting` could not be asked and must be read again.
 */
export type DeferredAnswer = Exclude<Outcome, "digits"> | "registered";
