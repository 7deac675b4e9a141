import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";

/** A reading of the server's clock that took longer is too imprecise. */
const ROUGH_MS = 1_000;
const SAMPLE_AGE_MS = 60_000;
/** Longer than any statement lasts. */
const LOOK_MS = 8_000;
/** The name of a called function, as an identifier in quotes (db/contract/call.ts) or without. */
const CALLED = /\b([a-z_]\w*)"?\s*\(/g;

type Values = NonNullable<Parameters<postgres.Sql["unsafe"]>[1]>;
/** Which functions may write, and how far the server's clock is ahead of `performance.now()`. */
type Sample = { writers: ReadonlySet<string>; aheadMs: number; takenAt: number };

const LOOK = `select extract(epoch from clock_timestamp()) * 1000 as now, array(
  select distinct p.proname::text from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.provolatile = 'v') as writers`;

/**
 * Sends each writing statement with a deadline after which the database refuses it
 * (db/functions/write_deadline.sql), so that a write that a page has given up on is never executed later, after
 * a network delay or a lock wait. The deadline is in the server's time; an uncertainty makes it earlier, never
 * later.
 */
export class WriteDeadline {
  private known: Sample | null = null;
  private looking: Promise<Sample> | null = null;

  /** @param gaveUp called when the server told no time, so that a connection without an answer is replaced */
  constructor(
    private readonly client: postgres.Sql,
    private readonly gaveUp: () => void,
  ) {}

  /** Forgets the server's clock: another server may answer now. */
  forget(): void {
    this.known = null;
  }

  /** @param notAfter milliseconds of `performance.now()` */
  async bind(query: string, values: Values, notAfter: number): Promise<[string, Values]> {
    const called = [...query.matchAll(CALLED)].map(([, name = ""]) => name);
    if (!/^\s*select\b/i.test(query) || called.length === 0) return [query, values];
    const { writers, aheadMs } = await this.facts();
    if (!called.some((name) => writers.has(name))) return [query, values];
    const instant = ((notAfter + aheadMs) / 1_000).toFixed(3);
    return [
      // The condition names no column, so it is looked at once, before the first row is asked for.
      `select asked.* from (${query}) as asked
        where (select set_config('hanna.not_after', $${values.length + 1}, true)) is not null`,
      [...values, instant],
    ];
  }

  private async facts(): Promise<Sample> {
    const { known } = this;
    if (known && performance.now() - known.takenAt < SAMPLE_AGE_MS) return known;
    this.looking ??= this.look().finally(() => {
      this.looking = null;
    });
    if (!known) return this.looking;
    // A server that is slow now still has the clock that it had a minute ago.
    await Promise.race([this.looking.catch(() => null), pause(ROUGH_MS, null, { ref: false })]);
    return this.known ?? known;
  }

  private async look(): Promise<Sample> {
    const from = performance.now();
    const answer = this.client.unsafe<{ now: string; writers: string[] }[]>(LOOK);
    const [row] = await Promise.race([answer, pause(LOOK_MS, [], { ref: false })]);
    if (!row) {
      answer.catch(() => {});
      this.gaveUp();
      throw new Error("the server told no time");
    }
    const takenAt = performance.now();
    // Assumes that the time was read at the end of the round trip, so that the deadline is rather too early.
    const sample = { writers: new Set(row.writers), aheadMs: Number(row.now) - takenAt, takenAt };
    if (takenAt - from <= ROUGH_MS) this.known = sample;
    return sample;
  }
}
