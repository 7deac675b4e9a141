import type { CalendarDay } from "@/model/calendar";
import type { DeferredAnswer } from "@/model/verdict";
import type { Signal } from "./verdict";

/** The verdicts that a phone without internet can reach. Whether the order was used only the caja knows. */
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
  /** Day on which the caja signed what the phone keeps; a phone's clock set back does not go before it. */
  trustDay: CalendarDay | null;
  /** Whether the caja's signed list names the code as used, annulled or replaced. */
  listed: boolean;
  /** Whether the caja's other signed list names it as one of which there is a newer paper. */
  superseded: boolean;
};

/** The answer without internet. Never green: nobody was asked. */
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

/** From this age on the stored keys and lists are stale, and the page shows it. */
const FRESH_MS = 24 * 60 * 60 * 1000;

export function isStale(keptAt: Date | null, now: Date): boolean {
  return keptAt === null || now.getTime() - keptAt.getTime() > FRESH_MS;
}

/** Whether the caja's answer takes back what the phone said, so that the person has to know before all else. */
export function contradictsOfflineVerdict(verdict: OfflineOutcome, answer: DeferredAnswer): boolean {
  const stopped = offlineSignal(verdict) === "stop";
  return answer === "current" ? stopped : !stopped && verdict !== answer;
}
