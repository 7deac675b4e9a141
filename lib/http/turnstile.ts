import { setTimeout as pause } from "node:timers/promises";

/** Interval between two passes of one key: 20 a second. */
const BREATH_MS = 50;
const LONGEST_MS = 15_000;
const MOST_KEYS = 10_000;

const free = new Map<string, number>();

/**
 * Spaces out calls with the same key, so that a burst of one visitor leaves the processor to others. Each
 * process has its own queues.
 * @returns true after the wait; false at once when the wait would be over 15 seconds
 */
export async function inTurn(key: string, breathMs = BREATH_MS): Promise<boolean> {
  const now = performance.now();
  const at = Math.max(now, free.get(key) ?? 0);
  if (at - now > LONGEST_MS) return false;
  if (free.size >= MOST_KEYS) for (const [other, time] of free) if (time <= now) free.delete(other);
  free.set(key, at + breathMs);
  if (at > now) await pause(at - now);
  return true;
}
