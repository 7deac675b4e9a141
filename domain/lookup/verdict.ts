import type { ComparisonResult, Outcome, Verdict } from "@/model/verdict";

/** The facts from which the verdict of an answer page follows. */
export type CounterFacts = {
  outcome: Outcome;
  /** Answered by the server just now; a device alone never knows whether an order was used. */
  online: boolean;
  /** A picture of the code was read, not the paper. */
  picture: boolean;
  lookupAgeMs: number;
  /** `own`: made by the person who reads; a link to another's shows no green. */
  comparison: { result: ComparisonResult; msAgo: number; own: boolean } | null;
  /** Of a used order: this provider used it. */
  usedByUs: boolean;
  /** Whether another provider has claimed the order for a use that is under way. */
  claimedElsewhere: boolean;
  /** The order is not as the question found it: whatever was compared was another. */
  changed: boolean;
};

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
  if (!comparison) return facts.lookupAgeMs < ASK_AGAIN_MS ? "current" : "asked_before";
  switch (comparison.result) {
    case "different":
      return "mismatch";
    case "unreadable":
      return "unread";
    case "equal":
      return facts.online && comparison.own && comparison.msAgo >= 0 && comparison.msAgo < GREEN_MS
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
