import { logError } from "@/lib/log";

const TRY_AGAIN_MS = 30_000;

/**
 * Makes missing keys at start-up, so that phones can verify codes from the first day. Retries while the
 * database is unavailable.
 */
export async function makeMissingKeys(fill: () => Promise<unknown>, pauseMs = TRY_AGAIN_MS): Promise<void> {
  try {
    await fill();
  } catch (error) {
    logError("order_keys.not_made", error, {}, "warn");
    setTimeout(() => void makeMissingKeys(fill, pauseMs), pauseMs).unref();
  }
}
