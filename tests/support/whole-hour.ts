import { setTimeout as pause } from "node:timers/promises";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** How long before an hour ends nothing begins; before Bogotá's midnight longer, since what lasts counts by days. */
const ROOM = 15 * SECOND;
const ROOM_OF_A_DAY = 120 * SECOND;
/** Longer than any wait, for the limit of what waits. */
export const WHOLE_HOUR_MS = ROOM_OF_A_DAY + 30 * SECOND;
/** The hour of UTC in which Bogotá's day ends. */
const LAST_OF_THE_DAY = 4;

/* Taken before a test gives this process a clock of its own. */
const { timeOrigin } = performance;
const sinceThen = performance.now.bind(performance);

/** How long a test that is about to begin waits, so that neither an hour nor a day of Bogotá ends while it runs. */
export function waitForHour(now: number): number {
  const left = HOUR - (now % HOUR);
  const room = Math.floor(now / HOUR) % 24 === LAST_OF_THE_DAY ? ROOM_OF_A_DAY : ROOM;
  return left > room ? 0 : left;
}

/**
 * Rate limits are counted in windows that begin with an hour, and days, months and years begin with one of them. A test
 * that counts to a limit, or writes today and reads it, would fail by chance if it began in one and ended in the next.
 */
export async function wholeHour(): Promise<void> {
  await pause(waitForHour(timeOrigin + sinceThen()));
}
