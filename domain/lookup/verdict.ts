import type { ComparisonResult, Outcome, Verdict } from "@/model/verdict";

/** The facts from which the verdict of an answer page follows. */
export type CounterFacts = {
  outcome: Outcome;
  /** Whether the server has just answered; a device alone cannot know whether an order was used. */
  online: boolean;
  /** A picture of the code was read, not the paper. */
  picture: boolean;
  lookupAgeMs: number;
  /** `own`: made by the same person; a link to somebody else's comparison shows no green. */
  comparison: { result: ComparisonResult; msAgo: number; own: boolean } | null;
  /** Of a used order: this provider used it. */
  usedByUs: boolean;
  /** Whether another provider has a current claim on the order. */
  claimedElsewhere: boolean;
  /** Whether the order has changed since the look-up, which invalidates the comparison. */
  changed: boolean;
};

/** How long a full match stays green, so that an old green cannot be shown as current. */
export const GREEN_MS = 3 * 60_000;
/** How old a look-up may be for a comparison (lookup_comparison.sql). */
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

/** Four signals, as in traffic: green go, red stop, yellow check, blue information. */
export type Signal = "go" | "stop" | "warn" | "info";

/**
 * The signal of a verdict. No look-up alone is green: it proves that the number exists, not that the paper is
 * genuine, so a found order is blue until the comparison.
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
