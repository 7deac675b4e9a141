import { networkOf } from "@/lib/http/network";
import type { Budget } from "./budget";

/** Somebody who asks for something without being signed in. */
export type Stranger = {
  ip: string;
  /** Name of the device, when somebody has signed in on it. */
  device?: string | null;
  /** Name of the browser, when it has kept our cookie for a while. */
  visitor?: string | null;
  /** When a browser that is too new for a name will have one. */
  ownFrom?: Date | null;
};

/** The key that a stranger's own budgets have: a device, else a browser, else all that its network shares. */
export function strangerKey({ ip, device, visitor }: Stranger): string {
  return device ?? visitor ?? networkOf(ip);
}

type Limit = Pick<Budget, "limit" | "pauses">;
export type StrangerLimits = {
  scope: string;
  seconds: number;
  /** The limit of one device or browser. */
  each: Limit;
  /** The limit that all unnamed browsers of one network share. */
  network: Limit;
  /** The limit of all browsers of one network together. */
  crowd: Limit;
};

/**
 * Budgets of a stranger. Who has a name counts for itself, so that nobody in its network spends its share. Names are
 * free, so the browsers of one network also have a limit together, wide enough for a fair behind one address.
 */
export function strangerBudgets(stranger: Stranger, limits: StrangerLimits): Budget[] {
  const { scope, seconds, each, network, crowd } = limits;
  const own = { seconds, key: strangerKey(stranger) };
  if (stranger.device) return [{ ...own, ...each, scope: `${scope}.device` }];
  if (!stranger.visitor) return [{ ...own, ...network, scope: `${scope}.network` }];
  return [
    { ...own, ...each, scope: `${scope}.visitor` },
    { seconds, ...crowd, scope: `${scope}.crowd`, key: networkOf(stranger.ip) },
  ];
}

/**
 * A limit that slows down and does not shut: from `free` on, each one in an hour keeps the next waiting a minute.
 * There are as many pauses as minutes, so the limit itself is never what one waits for.
 */
export function slowingLimit(free: number): Limit {
  const pauses = Array.from({ length: 60 }, (_, at) => ({ at: free + at, seconds: 60 }));
  return { limit: free + pauses.length, pauses };
}

/** A wait that a browser which keeps our cookie need not wait to its end: `ownFrom` is when it counts for itself. */
export type Wait = { until: Date; ownFrom: Date | null };

/** When a stranger may try again who is told to wait until then, if its browser keeps our cookie. */
export function waitEnd(until: Date, stranger: Stranger): Date {
  return waitOf(until, stranger).ownFrom ?? until;
}

/** How long a stranger waits who is told to wait until then. */
export function waitOf(until: Date, { ownFrom }: Stranger): Wait {
  return { until, ownFrom: ownFrom && ownFrom < until ? ownFrom : null };
}
