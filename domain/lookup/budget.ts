import { blindIndex } from "@/lib/crypto/blind-index";
import { networkOf } from "@/lib/http/network";
import { type Grant, unnamedDevice } from "@/model/access";
import type { Budget } from "@/model/budget";
import { type Stranger, strangerKey } from "@/model/stranger";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Rate limits of the look-up, all in one place. Only misses count. They block only the person and the provider
 * that made them, and for that provider an ID or an order number, which the check code or the scanned code
 * still opens. The first wait is five minutes. Many misses on one ID or number, by anybody, alert the caja
 * (`watched`). Three wrong endings of an ID start a wait, and five stop the code for that provider until midnight: a
 * hundred providers that share one photographed code open 0.05 orders a day by guessing.
 */
export const lookupLimits = {
  personDay: {
    scope: "lookup.person.day",
    limit: 30,
    seconds: DAY,
    pauses: [
      { at: 10, seconds: 5 * MINUTE },
      { at: 15, seconds: 15 * MINUTE },
      { at: 20, seconds: 30 * MINUTE },
      { at: 25, seconds: HOUR },
    ],
  },
  providerDay: {
    scope: "lookup.provider.day",
    limit: 60,
    seconds: DAY,
    pauses: [
      { at: 30, seconds: 5 * MINUTE },
      { at: 40, seconds: 15 * MINUTE },
      { at: 50, seconds: 30 * MINUTE },
    ],
  },
  affiliateDay: {
    scope: "lookup.affiliate.day",
    limit: 15,
    seconds: DAY,
    pauses: [{ at: 10, seconds: 5 * MINUTE }],
  },
  orderDay: { scope: "lookup.order.day", limit: 15, seconds: DAY, pauses: [{ at: 10, seconds: 5 * MINUTE }] },
  digitsDay: {
    scope: "lookup.digits.day",
    limit: 5,
    seconds: DAY,
    pauses: [{ at: 3, seconds: 5 * MINUTE }],
  },
} as const;

/** Number of misses from which the caja gets an alert. */
export const watchedLimits = {
  person: { scope: "watch.person", limit: 30, seconds: DAY },
  provider: { scope: "watch.provider", limit: 60, seconds: DAY },
  network: { scope: "watch.network", limit: 60, seconds: HOUR },
  affiliate: { scope: "watch.affiliate", limit: 10, seconds: DAY },
  order: { scope: "watch.order", limit: 10, seconds: DAY },
} as const;

type Asker = {
  personId: string;
  providerId: string;
  ip: string;
};

/** A paired device on which nobody is named counts for itself: its misses are nobody's. */
export function askerOf({ actor }: Grant<"order.look_up">): Omit<Asker, "ip"> {
  return { personId: unnamedDevice(actor) ?? actor.personId, providerId: actor.provider.id };
}

export type LookupSubject = Asker & {
  /** Hex of the blind index of the typed ID. */
  affiliate: string;
  kindCode: string;
  numberKey: string;
};

/** The budgets that one look-up may spend. */
export function lookupBudgets(subject: LookupSubject): Budget[] {
  const { providerId: watch, affiliate, kindCode, numberKey } = subject;
  // What is typed as a number may be somebody's ID: it is counted by a digest, and named to the caja only where an
  // order has it (budgets_of_number in db/functions/lookup.sql).
  const number = blindIndex("order-number", `${kindCode}:${numberKey}`).toString("hex");
  return [
    ...askerBudgets(subject),
    { ...lookupLimits.affiliateDay, key: `${watch}:${affiliate}` },
    { ...lookupLimits.orderDay, key: `${watch}:${number}` },
    { ...watchedLimits.affiliate, key: affiliate, watch },
    { ...watchedLimits.order, key: number, named: true, watch },
  ];
}

/** The budgets that one scan, or one ending typed after it, may spend. */
export function scanBudgets(asker: Asker, codeIdHex: string): Budget[] {
  return [...askerBudgets(asker), { ...lookupLimits.digitsDay, key: `${asker.providerId}:${codeIdHex}` }];
}

/**
 * The budgets of the asking person and provider. With the check code only these count: with 32⁸ codes guessing
 * is impossible, so a blocked ID or number does not block its paper.
 */
export function askerBudgets({ personId, providerId, ip }: Asker): Budget[] {
  return [
    { ...lookupLimits.personDay, key: personId },
    { ...lookupLimits.providerDay, key: providerId },
    { ...watchedLimits.person, key: personId, watch: providerId },
    { ...watchedLimits.provider, key: providerId, watch: providerId },
    { ...watchedLimits.network, key: networkOf(ip), watch: providerId },
  ];
}

/**
 * Rate limits of the public page, by browser, or by network for browsers without a cookie. `miss` is refunded
 * when the caja made the code. Nothing can be guessed there; the limits keep the page fast for everybody.
 */
export const publicCodeLimits = {
  address: { scope: "public_code.address", limit: 300, seconds: HOUR },
  miss: { scope: "public_code.miss", limit: 30, seconds: HOUR },
} as const;

export function publicCodeBudgets(stranger: Stranger): { all: Budget[]; miss: Budget[] } {
  const key = strangerKey(stranger);
  const miss = [{ ...publicCodeLimits.miss, key }];
  return { all: [{ ...publicCodeLimits.address, key }, ...miss], miss };
}

/** The same for the public page of proofs, where a miss is a wrong number or code. */
export const publicProofLimits = {
  address: { scope: "public_proof.address", limit: 300, seconds: HOUR },
  miss: { scope: "public_proof.miss", limit: 30, seconds: HOUR },
} as const;

export function publicProofBudgets(stranger: Stranger): { all: Budget[]; miss: Budget[] } {
  const key = strangerKey(stranger);
  const miss = [{ ...publicProofLimits.miss, key }];
  return { all: [{ ...publicProofLimits.address, key }, ...miss], miss };
}
