import { networkOf } from "@/lib/http/network";
import type { Budget } from "./budget";

/** A requester who is not signed in. */
export type Stranger = {
  ip: string;
  /** Name of the device, when somebody has signed in on it. */
  device?: string | null;
  /** Name of the browser, when it has kept our cookie for a while. */
  visitor?: string | null;
  /** When a browser that is too new for a name will have one. */
  ownFrom?: Date | null;
};

/** Key of a visitor's own budgets: the device, else the browser, else the network. */
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
 * Rate limits of a visitor. A named browser has its own, which others in its network cannot spend. Since names
 * are free, the browsers of one network also have a common limit, wide enough for a fair behind one address.
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
 * A limit that slows down instead of blocking: after `free` in an hour, each one makes the next wait a minute.
 * There is a pause for each minute, so the limit itself is never reached.
 */
export function slowingLimit(free: number): Limit {
  const pauses = Array.from({ length: 60 }, (_, at) => ({ at: free + at, seconds: 60 }));
  return { limit: free + pauses.length, pauses };
}

/** A wait that is shorter for a browser that keeps our cookie: from `ownFrom` it has its own rate limit. */
export type Wait = { until: Date; ownFrom: Date | null };

/** When a visitor may try again, if its browser keeps our cookie. */
export function waitEnd(until: Date, stranger: Stranger): Date {
  return waitOf(until, stranger).ownFrom ?? until;
}

/** How long a visitor has to wait. */
export function waitOf(until: Date, { ownFrom }: Stranger): Wait {
  return { until, ownFrom: ownFrom && ownFrom < until ? ownFrom : null };
}
