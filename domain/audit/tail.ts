/** Numbers of events that were not seen when a higher one was, and since when, in milliseconds. */
type Missing = ReadonlyMap<number, number>;

/** How far a reader of the log is: `last` is the highest number that it has seen. */
export type Tail = { last: number; missing: Missing };

/** A database that was restored goes on far above its last number; what it left out never comes. */
const MOST_MISSING = 10_000;

/**
 * Goes on by the events that were read. A number is taken before its transaction ends: one that is missing may come
 * later, until no transaction lasts so long; then it was rolled back and never comes.
 * @param seqs the numbers that were read, in any order
 * @param now milliseconds
 * @param settlingMs how long a transaction can last
 */
export function advance(tail: Tail, seqs: readonly number[], now: number, settlingMs: number): Tail {
  const seen = new Set(seqs);
  const last = Math.max(tail.last, ...seqs);
  const missing = new Map(
    [...tail.missing].filter(([seq, since]) => !seen.has(seq) && now - since < settlingMs),
  );
  for (let seq = Math.max(tail.last + 1, last - MOST_MISSING); seq < last; seq++)
    if (!seen.has(seq)) missing.set(seq, now);
  return { last, missing };
}

/** Up to this number nothing is missing any more: from here a reader that starts again goes on. */
export const settledOf = ({ last, missing }: Tail): number =>
  missing.size === 0 ? last : Math.min(...missing.keys()) - 1;
