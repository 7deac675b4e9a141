import { logError } from "@/lib/log";

const TRY_AGAIN_MS = 30_000;

/**
 * Makes the keys that are missing, so that phones have something to trust from the first day, and tries again until
 * they are made: a database that was not there at start-up is there later.
 */
export async function makeMissingKeys(fill: () => Promise<unknown>, pauseMs = TRY_AGAIN_MS): Promise<void> {
  try {
    await fill();
  } catch (error) {
    logError("order_keys.not_made", error, {}, "warn");
    setTimeout(() => void makeMissingKeys(fill, pauseMs), pauseMs).unref();
  }
}
