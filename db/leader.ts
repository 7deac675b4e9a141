import { connect } from "@/db/connection";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { isLeader, setLeader } from "@/lib/process-state";

const EVERY_MS = 2_000;

/**
 * Elects one of the processes that serve a database, on whichever machine: the one that holds a lock of it. Who
 * dies loses its connection and with it the lock. Work of two leaders at once, for a moment, harms nothing: each
 * piece is claimed in the database.
 * @returns lets another one lead
 */
export function startElection(): () => Promise<void> {
  const line = connect(env().DATABASE_URL, "app_jobs", 1);
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
  return async () => {
    ended = true;
    if (timer) clearTimeout(timer);
    setLeader(false);
    await line.end({ timeout: 1 });
  };
}
