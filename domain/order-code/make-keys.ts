import { logError } from "@/lib/log";

const TRY_AGAIN_MS = 30_000;

/**
 * Makes missing keys at start-up, so that phones can verify codes from the first day. Retries while the
 * database is unavailable. A first failure is no warning: at the start of a busy machine the database is late.
 */
export async function makeMissingKeys(
  fill: () => Promise<unknown>,
  pauseMs = TRY_AGAIN_MS,
  attempt = 1,
): Promise<void> {
  try {
    await fill();
  } catch (error) {
    logError("order_keys.not_made", error, { attempt }, attempt === 1 ? "info" : "warn");
    setTimeout(() => void makeMissingKeys(fill, pauseMs, attempt + 1), pauseMs).unref();
  }
}
