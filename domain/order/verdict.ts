/**
 * What the database says of a question: the standing of a found order (db/functions/order_standing.sql), or
 * why there is no order to speak of. `digits` is a code that was read and waits for the last four of the ID;
 * `forged` is a code that was changed, `foreign` one that is not the caja's.
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
] as const;
export type Outcome = (typeof outcomes)[number];

/** Four signals, as on the road: green go, red stop, yellow look again, blue information. */
export type Signal = "go" | "stop" | "warn" | "info";

/**
 * The signal of an outcome. Green is not among them: a number that exists proves the number, not the paper,
 * so a found order is blue until the paper was compared with it.
 */
export function signalOf(outcome: Outcome): Exclude<Signal, "go"> {
  switch (outcome) {
    case "used":
    case "annulled":
    case "expired":
    case "replaced":
    case "forged":
      return "stop";
    case "not_yet":
    case "blocked":
    case "claimed":
    case "other_provider":
    case "not_found":
    case "foreign":
      return "warn";
    case "current":
    case "waiting":
    case "paused":
    case "digits":
      return "info";
  }
}
