import type { CalendarDay } from "@/model/calendar";
import type { DeferredAnswer } from "@/model/verdict";
import type { Signal } from "./verdict";

/** Verdicts of an offline phone. Only the caja knows whether the order was used. */
export const offlineOutcomes = [
  "unconfirmed",
  "dead",
  "superseded",
  "expired",
  "not_yet",
  "forged",
  "unknown_key",
  "malformed",
  "foreign",
] as const;
export type OfflineOutcome = (typeof offlineOutcomes)[number];

export type OfflineFacts = {
  check: "authentic" | "forged" | "unknown_key" | "malformed" | "foreign";
  /** First and last day in the code; null when it is not authentic. */
  period: { issuedOn: CalendarDay; validUntil: CalendarDay } | null;
  /** Today by the phone's own clock. */
  phoneDay: CalendarDay;
  /** Day on which the caja signed the stored list, as a lower bound for a phone's clock that was set back. */
  trustDay: CalendarDay | null;
  /** Whether the caja's signed list names the code as used, annulled or replaced. */
  listed: boolean;
  /** Whether the caja's other signed list names it as superseded by a newer paper. */
  superseded: boolean;
};

/** The offline answer. Never green, because the caja was not asked. */
export function offlineOutcome({
  check,
  period,
  phoneDay,
  trustDay,
  listed,
  superseded,
}: OfflineFacts): OfflineOutcome {
  if (check !== "authentic") return check;
  if (!period) return "malformed";
  const today = trustDay !== null && trustDay > phoneDay ? trustDay : phoneDay;
  if (listed) return "dead";
  // Before its own last day: the newer paper may have a later one.
  if (superseded) return "superseded";
  if (today > period.validUntil) return "expired";
  if (today < period.issuedOn) return "not_yet";
  return "unconfirmed";
}

export function offlineSignal(outcome: OfflineOutcome): Exclude<Signal, "go" | "info"> {
  switch (outcome) {
    case "dead":
    case "expired":
    case "forged":
      return "stop";
    case "unconfirmed":
    case "superseded":
    case "not_yet":
    case "unknown_key":
    case "malformed":
    case "foreign":
      return "warn";
  }
}

/**
 * Whether a code is over, or not yet good, by the phone's date alone, which can be wrong. Where the caja signed the list
 * after its last day, it is over whatever the phone says.
 */
export function restsOnPhoneDay(facts: OfflineFacts): boolean {
  const outcome = offlineOutcome(facts);
  if (outcome !== "expired") return outcome === "not_yet";
  return facts.period !== null && (facts.trustDay ?? "") <= facts.period.validUntil;
}

/** From this age on the stored keys and lists are stale, and the page shows it. */
const FRESH_MS = 24 * 60 * 60 * 1000;
/** So far two clocks that are right can differ. */
const CLOCKS_DIFFER_MS = 5 * 60 * 1000;

/** How old the stored list is; "ahead" when it was signed after the phone's now, whose clock is behind then. */
export function listAge(signedAt: Date, now: Date): "fresh" | "stale" | "ahead" {
  const age = now.getTime() - signedAt.getTime();
  if (age < -CLOCKS_DIFFER_MS) return "ahead";
  return age > FRESH_MS ? "stale" : "fresh";
}

/** Whether the caja's answer contradicts the phone's verdict, so that the person must see it first. */
export function contradictsOfflineVerdict(verdict: OfflineOutcome, answer: DeferredAnswer): boolean {
  const stopped = offlineSignal(verdict) === "stop";
  return answer === "current" ? stopped : !stopped && verdict !== answer;
}
