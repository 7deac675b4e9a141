/** One limit: `limit` misses of `key` within windows of `seconds`. Spent by db/functions/budget.sql. */
export type Budget = { scope: string; key: string; limit: number; seconds: number };

const HOUR = 3_600;
const DAY = 86_400;

/**
 * How many misses before waiting; hits are free. All numbers of the look-up stand here.
 * A spent budget of the person, provider or address makes every look-up of theirs wait; a spent budget of an
 * ID or an order number makes look-ups of it wait for everybody until the next day in Bogotá, but for those
 * who type the check code or read the code. Three wrong endings of an ID make that code wait for that provider.
 */
export const lookupLimits = {
  personHour: { scope: "lookup.person.hour", limit: 10, seconds: HOUR },
  personDay: { scope: "lookup.person.day", limit: 30, seconds: DAY },
  providerDay: { scope: "lookup.provider.day", limit: 60, seconds: DAY },
  addressHour: { scope: "lookup.address.hour", limit: 60, seconds: HOUR },
  affiliateDay: { scope: "lookup.affiliate.day", limit: 10, seconds: DAY },
  orderDay: { scope: "lookup.order.day", limit: 10, seconds: DAY },
  digitsHour: { scope: "lookup.digits.hour", limit: 3, seconds: HOUR },
} as const;

type Asker = {
  personId: string;
  providerId: string;
  /** Network address; of IPv6 the first 64 bits count, since one connection has them all. */
  ip: string;
};

export type LookupSubject = Asker & {
  /** Hex of the blind index of the ID that was typed. */
  affiliate: string;
  kindCode: string;
  numberKey: string;
};

/** The budgets that one look-up may spend. */
export function lookupBudgets(subject: LookupSubject): Budget[] {
  return [
    ...askerBudgets(subject),
    { ...lookupLimits.affiliateDay, key: subject.affiliate },
    { ...lookupLimits.orderDay, key: `${subject.kindCode}:${subject.numberKey}` },
  ];
}

/** The budgets that one reading of a code, or one ending typed after it, may spend. */
export function scanBudgets(asker: Asker, codeIdHex: string): Budget[] {
  return [...askerBudgets(asker), { ...lookupLimits.digitsHour, key: `${asker.providerId}:${codeIdHex}` }];
}

/**
 * The budgets of whoever asks. With the check code on the paper only these count: 32⁸ of them cannot be
 * guessed, so an ID or a number that others asked for too often does not stand in the way of its paper.
 */
export function askerBudgets({ personId, providerId, ip }: Asker): Budget[] {
  return [
    { ...lookupLimits.personHour, key: personId },
    { ...lookupLimits.personDay, key: personId },
    { ...lookupLimits.providerDay, key: providerId },
    { ...lookupLimits.addressHour, key: networkOf(ip) },
  ];
}

/**
 * How often an address may open the public page: `miss` is given back when the caja made the code. There is
 * nothing to find out there; the limits keep the page quick for everybody.
 */
export const publicCodeLimits = {
  address: { scope: "public_code.address", limit: 300, seconds: HOUR },
  miss: { scope: "public_code.miss", limit: 30, seconds: HOUR },
} as const;

export function publicCodeBudgets(ip: string): { all: Budget[]; miss: Budget[] } {
  const key = networkOf(ip);
  const miss = [{ ...publicCodeLimits.miss, key }];
  return { all: [{ ...publicCodeLimits.address, key }, ...miss], miss };
}

/** How often an address may open the public page of proofs; a miss is a number or a code that does not fit. */
export const publicProofLimits = {
  address: { scope: "public_proof.address", limit: 300, seconds: HOUR },
  miss: { scope: "public_proof.miss", limit: 30, seconds: HOUR },
} as const;

export function publicProofBudgets(ip: string): { all: Budget[]; miss: Budget[] } {
  const key = networkOf(ip);
  const miss = [{ ...publicProofLimits.miss, key }];
  return { all: [{ ...publicProofLimits.address, key }, ...miss], miss };
}

/** An IPv4 address itself; of an IPv6 address its /64. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill("0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":").toLowerCase()}::/64`;
}
