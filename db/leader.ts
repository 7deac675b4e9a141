import type postgres from "postgres";
import { log } from "@/lib/log";
import { isLeader, setLeader } from "@/lib/process-state";

const EVERY_MS = 2_000;

/**
 * Elects one of the processes that serve a database, on whichever machine: the one that holds a lock of it. Who
 * dies loses its connection and with it the lock. Work of two leaders at once, for a moment, harms nothing: each
 * piece is claimed in the database.
 * @param line the process's own connection, which holds the lock
 * @returns stands for election no more; whoever closes the line lets another one lead
 */
export function startElection(line: postgres.Sql): () => void {
  let timer: NodeJS.Timeout | null = null;
  let ended = false;
  const lead = async () => {
    const leads = await line<
      { leads: boolean }[]
    >`select pg_try_advisory_lock(hashtext('hanna-leader')) as leads`.then(
      ([row]) => row?.leads ?? false,
      () => false, // the database is away; who had the lock has lost it
    );
    if (ended) return;
    const led = isLeader();
    setLeader(leads);
    if (led !== isLeader()) log.info({ event: "leader.changed", leads });
    timer = setTimeout(() => void lead(), EVERY_MS).unref();
  };
  void lead();
  return () => {
    ended = true;
    if (timer) clearTimeout(timer);
    setLeader(false);
  };
}
