import type { DatabaseRole } from "./connection";

export type PoolSizes = Record<DatabaseRole, number>;

/** The connections of one process, as long as the server has room for them. */
const WANTED = { app_provider: 12, app_door: 3, app_caja: 6, app_jobs: 3 } as const;
/** Each process has a connection of its own for leader election and notifications. */
const ELECTION = 1;
const LEAST = 6;
/** Below the 97 that a server gives as it comes, with room for an import, a backup and a migration. */
const MOST = 80;

/** What WEB_CONCURRENCY takes. */
const MOST_PROCESSES = 64;

/** How many processes serve on so many cores, where nothing is set: as many as have connections. */
export const processesFor = (cores: number, total = MOST): number =>
  Math.min(cores, Math.floor(total / LEAST), MOST_PROCESSES);

/**
 * How many connections each pool of one of `processes` may open. All of them together stay below `total`.
 * @throws Error with one line when there are too few for so many processes
 */
export function poolSizes(processes: number, total = MOST): PoolSizes {
  const share = Math.floor(total / processes);
  if (share < LEAST)
    throw new Error(
      `DATABASE_CONNECTIONS: ${total} no alcanzan para ${processes} procesos; hacen falta ${processes * LEAST}`,
    );
  const left = Math.min(
    share - ELECTION,
    Object.values<number>(WANTED).reduce((sum, each) => sum + each),
  );
  const part = (wanted: number, of: number) => Math.max(1, Math.min(wanted, Math.floor(left / of)));
  const [app_jobs, app_door, app_caja] = [
    part(WANTED.app_jobs, 8),
    part(WANTED.app_door, 8),
    part(WANTED.app_caja, 4),
  ];
  return { app_jobs, app_door, app_caja, app_provider: left - app_jobs - app_door - app_caja };
}
