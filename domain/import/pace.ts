/** Below this load the import runs at full speed. */
const FREE_SHARE = 0.25;
/** Longest wait after a batch at full load, as a multiple of the batch's duration. */
const LARGEST_WAIT = 4;

/**
 * How long an import waits after a batch, in the unit of `took`, so that look-ups keep their share of the
 * machine.
 * @param took how long the batch took
 * @param busy share of its time that the server worked of late, 0 to 1
 */
export function pauseAfter(took: number, busy: number): number {
  const pressed = Math.min(1, Math.max(0, (busy - FREE_SHARE) / (1 - FREE_SHARE)));
  return took * LARGEST_WAIT * pressed;
}
