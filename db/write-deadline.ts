import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { isLateWrite } from "./sqlstate";

/** A reading of the server's clock that took longer is too imprecise. */
const ROUGH_MS = 1_000;
const SAMPLE_AGE_MS = 60_000;
/** A clock that moved by more was set; a time server corrects less by running it slower or faster. */
const SET_MS = 1_000;
/** Longer than any statement lasts. */
const LOOK_MS = 8_000;
/** The name of a called function, as an identifier in quotes (db/contract/call.ts) or without. */
const CALLED = /\b([a-z_]\w*)"?\s*\(/g;

type Values = NonNullable<Parameters<postgres.Sql["unsafe"]>[1]>;
/** Which functions may write, and how far the server's clock and this machine's are ahead of `performance.now()`. */
type Sample = { writers: ReadonlySet<string>; aheadMs: number; takenAt: number; ownAheadMs: number };

const LOOK = `select extract(epoch from clock_timestamp()) * 1000 as now, array(
  select distinct p.proname::text from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.provolatile = 'v') as writers`;

const ownAheadMs = () => Date.now() - performance.now();

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

  /**
   * Sends a statement with its deadline. One that the server refused although its client still waits met a clock that
   * was set forward since it was looked at: nothing was written, so it is sent once more, with the same deadline by the
   * clock of now.
   * @param notAfter milliseconds of `performance.now()`
   */
  async send<T>(
    query: string,
    values: Values,
    notAfter: number,
    send: (query: string, values: Values) => Promise<T>,
  ): Promise<T> {
    try {
      return await send(...(await this.bind(query, values, notAfter)));
    } catch (error) {
      if (!isLateWrite(error) || performance.now() >= notAfter) throw error;
      this.forget();
      return send(...(await this.bind(query, values, notAfter)));
    }
  }

  private async facts(): Promise<Sample> {
    // This machine slept, during which `performance.now()` can stand still, or its clock was set, and the server's may
    // be the same one.
    if (this.known && Math.abs(ownAheadMs() - this.known.ownAheadMs) > SET_MS) this.forget();
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
    const aheadMs = Number(row.now) - takenAt;
    const sample = { writers: new Set(row.writers), aheadMs, takenAt, ownAheadMs: ownAheadMs() };
    if (takenAt - from <= ROUGH_MS) this.known = sample;
    return sample;
  }
}
