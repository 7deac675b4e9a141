import { setTimeout as pause } from "node:timers/promises";

/** Between two of one key: 20 a second. */
const BREATH_MS = 50;
const LONGEST_MS = 15_000;
const MOST_KEYS = 10_000;

const free = new Map<string, number>();

/**
 * Lets those of one key pass one after another with a breath between them, so that a burst of one stranger leaves the
 * processor to everybody else. Each process counts for itself.
 * @returns true when it is one's turn; false at once when that would be more than 15 seconds away
 */
export async function inTurn(key: string, breathMs = BREATH_MS): Promise<boolean> {
  const now = Date.now();
  const at = Math.max(now, free.get(key) ?? 0);
  if (at - now > LONGEST_MS) return false;
  if (free.size >= MOST_KEYS) for (const [other, time] of free) if (time <= now) free.delete(other);
  free.set(key, at + breathMs);
  if (at > now) await pause(at - now);
  return true;
}
