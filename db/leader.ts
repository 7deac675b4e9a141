import type postgres from "postgres";
import { log } from "@/lib/log";
import { isLeader, setLeader } from "@/lib/process-state";

const EVERY_MS = 2_000;

/**
 * Leader election among the processes of a database: the leader holds an advisory lock. A process that dies
 * loses its connection and the lock. Two leaders for a moment are harmless, because each piece of work is
 * claimed in the database.
 * @param line the process's own connection, which holds the lock
 * @returns a function that ends the candidacy; closing the connection releases the lock
 */
export function startElection(line: postgres.Sql): () => void {
  let timer: NodeJS.Timeout | null = null;
  let ended = false;
  const lead = async () => {
    const leads = await line<
      { leads: boolean }[]
    >`select pg_try_advisory_lock(hashtext('hanna-leader')) as leads`.then(
      ([row]) => row?.leads ?? false,
      () => false, // the database is unavailable, so the lock is lost
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
