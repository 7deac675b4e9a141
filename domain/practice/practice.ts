import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import { type CounterFacts, type Signal, signalOf, verdictOf } from "@/domain/lookup/verdict";
import { addDays, bogotaDay } from "@/model/calendar";
import { type ComparedRow, comparedRows } from "@/model/comparison";
import { mapTexts } from "@/model/order-field";
import type { Outcome, Verdict } from "@/model/verdict";

/** Possible answers: every verdict, an offline scan, and a system that does not respond. */
export type PracticeVerdict = Verdict | "unconfirmed" | "unavailable";

export type PracticeOrder = {
  /** The verdict in which the exercise ends, which also names it. */
  code: PracticeVerdict;
  number: string;
  /** The verdicts in sequence when every step is done correctly. */
  steps: readonly PracticeVerdict[];
  /** How the exercise looks the order up. */
  by: "numbers" | "code" | "picture";
  /** The rows of the practice paper that differ from the registered order. */
  differing: readonly ComparedRow[];
};

const order = (
  code: PracticeVerdict,
  number: string,
  steps: readonly PracticeVerdict[],
  more: Partial<Pick<PracticeOrder, "by" | "differing">> = {},
): PracticeOrder => ({ code, number, steps, by: "numbers", differing: [], ...more });

/** One practice order for each verdict; none is in the database. In the order in which they are practised. */
export const practiceOrders: Readonly<Record<PracticeVerdict, PracticeOrder>> = {
  current: order("current", "9000101", ["current", "authentic"]),
  authentic: order("authentic", "9000102", ["current", "authentic"]),
  mismatch: order("mismatch", "9000103", ["current", "mismatch"], { differing: ["value"] }),
  unread: order("unread", "9000104", ["current", "unread"]),
  registered: order("registered", "9000105", ["registered"]),
  used: order("used", "9000106", ["used"]),
  annulled: order("annulled", "9000107", ["annulled"]),
  expired: order("expired", "9000108", ["expired"]),
  not_yet: order("not_yet", "9000109", ["not_yet"]),
  replaced: order("replaced", "9000110", ["replaced"]),
  blocked: order("blocked", "9000111", ["blocked"]),
  claimed: order("claimed", "9000112", ["claimed"]),
  other_provider: order("other_provider", "9000113", ["other_provider"]),
  not_found: order("not_found", "9000114", ["not_found"]),
  waiting: order("waiting", "9000115", ["waiting"]),
  paused: order("paused", "9000116", ["paused"]),
  asked_before: order("asked_before", "9000117", ["asked_before"]),
  digits: order("digits", "9000118", ["digits", "current", "authentic"], { by: "code" }),
  picture: order("picture", "9000119", ["digits", "picture"], { by: "picture" }),
  foreign: order("foreign", "9000120", ["foreign"], { by: "code" }),
  forged: order("forged", "9000121", ["forged"], { by: "code" }),
  superseded: order("superseded", "9000124", ["superseded"], { by: "code" }),
  unconfirmed: order("unconfirmed", "9000122", ["unconfirmed"], { by: "code" }),
  unavailable: order("unavailable", "9000123", ["unavailable"]),
};

export const practiceVerdicts = Object.keys(practiceOrders) as PracticeVerdict[];

export function findPracticeOrder(code: string): PracticeOrder | null {
  const verdict = practiceVerdicts.find((each) => each === code);
  return verdict ? practiceOrders[verdict] : null;
}

export function practiceSignal(verdict: PracticeVerdict): Signal {
  if (verdict === "unconfirmed") return "warn";
  return verdict === "unavailable" ? "info" : signalOf(verdict);
}

export const isVerdict = (verdict: PracticeVerdict): verdict is Verdict =>
  verdict !== "unconfirmed" && verdict !== "unavailable";

/** The person of every practice paper; nobody has this number. */
export const practiceAffiliate = { idKind: "CC", idNumber: "1000000001", name: "PERSONA DE PRÁCTICA" };

export const PRACTICE_KIND = "ADELANTO POR SUBSIDIOS";
const PRACTICE_VALUE = 480_000;
const OTHER_VALUE = 680_000;

/** The validity of a practice order, in days from today. */
const practiceDays = {
  current: { from: -3, until: 27 },
  early: { from: 5, until: 35 },
  late: { from: -60, until: -5 },
};

/** What the paper says; `value` is null where it can't be read. */
export function practicePaper({ number, steps, differing }: PracticeOrder, now: Date) {
  const today = bogotaDay(now);
  const days = steps.includes("not_yet")
    ? practiceDays.early
    : steps.includes("expired")
      ? practiceDays.late
      : practiceDays.current;
  return {
    number,
    affiliateIdKind: practiceAffiliate.idKind,
    affiliateId: practiceAffiliate.idNumber,
    affiliateName: practiceAffiliate.name,
    value: steps.includes("unread") ? null : differing.includes("value") ? OTHER_VALUE : PRACTICE_VALUE,
    ...mapTexts(() => null),
    issuedOn: addDays(today, days.from),
    validUntil: addDays(today, days.until),
  };
}

/** Whether the rows were answered as the paper asks for; a paper that can't be read is not compared. */
export function comparedRightly(
  { steps, differing }: PracticeOrder,
  answered: readonly ComparedRow[],
): boolean {
  if (steps.includes("unread")) return false;
  return comparedRows.every((row) => differing.includes(row) === answered.includes(row));
}

const outcomeOf = (verdict: Verdict): Outcome => {
  switch (verdict) {
    case "authentic":
    case "asked_before":
    case "mismatch":
    case "unread":
    case "picture":
      return "current";
    case "registered":
      return "used";
    default:
      return verdict;
  }
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** An answer computed from the practice order alone; `verdictOf` handles it like a real one. */
export function practiceAnswer(order: PracticeOrder, step: Verdict, now: Date): LookupAnswer {
  const outcome = outcomeOf(step);
  const paper = practicePaper(order, now);
  const compared = comparisonOf(order, step);
  const askedAt = step === "asked_before" ? new Date(now.getTime() - DAY_MS) : now;
  const facts: CounterFacts = {
    outcome,
    online: true,
    picture: step === "picture",
    lookupAgeMs: now.getTime() - askedAt.getTime(),
    comparison: compared && { result: compared.result, own: true, msAgo: 0 },
    usedByUs: step === "registered",
    claimedElsewhere: false,
    changed: false,
  };
  const silent = ["not_found", "other_provider", "waiting", "paused", "digits", "foreign", "forged"].includes(
    step,
  );
  const changed = ["used", "annulled", "blocked", "replaced", "superseded"].includes(step);
  return {
    outcome,
    askedAt,
    readAt: now,
    kindCode: "",
    kindName: PRACTICE_KIND,
    numberTyped: order.by === "numbers" ? order.number : "",
    idTyped: practiceAffiliate.idNumber,
    aheadSeconds: null,
    waitUntil: step === "waiting" ? new Date(now.getTime() + 5 * MINUTE_MS) : null,
    number: silent ? null : order.number,
    sheet: outcome === "current" ? { ...paper, value: PRACTICE_VALUE, balance: PRACTICE_VALUE } : null,
    startsOn: step === "not_yet" ? paper.issuedOn : null,
    endsOn: step === "expired" ? paper.validUntil : null,
    stateChangedAt: changed ? new Date(now.getTime() - DAY_MS) : null,
    dataUpdatedAt: null,
    channel: order.by === "numbers" ? "typed" : order.by === "code" ? "scan" : "picture",
    digitsMissed: 0,
    asker: null,
    askerUnnamed: false,
    counter: {
      picture: facts.picture,
      compareMode: "show",
      misses: 0,
      comparison: compared && { ...compared, at: now, by: null, paperValue: null },
      mayUse: step === "authentic",
      ownUse:
        step === "registered"
          ? { id: order.code, at: new Date(now.getTime() - MINUTE_MS), counter: null }
          : null,
      ownPart: null,
      claim: "none",
      claimUntil: null,
      registersUse: true,
      claimFirst: false,
      partialUse: false,
      pausedSince: step === "paused" ? addDays(bogotaDay(now), -3) : null,
      changes: [],
    },
    verdict: verdictOf(facts),
    withLetters: null,
    numberShape: null,
  };
}

function comparisonOf({ differing }: PracticeOrder, step: Verdict) {
  const none = { differing: [] as ComparedRow[], reason: null };
  switch (step) {
    case "authentic":
      return { ...none, result: "equal" as const };
    case "mismatch":
      return { ...none, result: "different" as const, differing: [...differing] };
    case "unread":
      return { ...none, result: "unreadable" as const, reason: "damaged" as const };
    default:
      return null;
  }
}

/** Number of the step that follows, counted from 1 as in the address. */
export function nextStep({ steps }: PracticeOrder, step: PracticeVerdict): number {
  return Math.min(steps.indexOf(step) + 2, steps.length);
}
