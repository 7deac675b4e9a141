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

/** Everything that decides what the counter sees. */
export type CounterFacts = {
  outcome: Outcome;
  /** Answered by the server just now; a device alone never knows whether an order was used. */
  online: boolean;
  /** A picture of the code was read, not the paper. */
  picture: boolean;
  askedMsAgo: number;
  comparison: { result: ComparisonResult; msAgo: number } | null;
  /** Of a used order: this provider used it. */
  usedByUs: boolean;
  /** Another provider holds it for the moment. */
  claimedElsewhere: boolean;
  /** The order is not as the question found it: whatever was compared was another. */
  changed: boolean;
};

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

/** How long a full match stays green: an old green can't be shown around. */
export const GREEN_MS = 3 * 60_000;
/** After so long a question must be asked again before the paper is compared (compare_order.sql). */
export const ASK_AGAIN_MS = 12 * 3_600_000;

export function verdictOf(facts: CounterFacts): Verdict {
  const { outcome, comparison } = facts;
  if (outcome === "used") return facts.usedByUs ? "registered" : "used";
  if (outcome !== "current") return outcome;
  if (facts.picture) return "picture";
  if (facts.claimedElsewhere) return "claimed";
  if (facts.changed) return "asked_before";
  if (!comparison) return facts.askedMsAgo < ASK_AGAIN_MS ? "current" : "asked_before";
  switch (comparison.result) {
    case "different":
      return "mismatch";
    case "unreadable":
      return "unread";
    case "equal":
      return facts.online && comparison.msAgo >= 0 && comparison.msAgo < GREEN_MS
        ? "authentic"
        : "asked_before";
  }
}

/** Four signals, as on the road: green go, red stop, yellow look again, blue information. */
export type Signal = "go" | "stop" | "warn" | "info";

/**
 * The signal of a verdict. No outcome of a look-up is green: a number that exists proves the number, not the
 * paper, so a found order is blue until the paper was compared with it.
 */
export function signalOf(verdict: Verdict): Signal {
  switch (verdict) {
    case "authentic":
      return "go";
    case "used":
    case "annulled":
    case "expired":
    case "replaced":
    case "forged":
    case "mismatch":
      return "stop";
    case "not_yet":
    case "blocked":
    case "claimed":
    case "other_provider":
    case "not_found":
    case "foreign":
    case "superseded":
    case "picture":
      return "warn";
    case "current":
    case "waiting":
    case "paused":
    case "digits":
    case "asked_before":
    case "unread":
    case "registered":
      return "info";
  }
}
