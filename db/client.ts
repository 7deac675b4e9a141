import { env } from "@/lib/env";
import type { Grant, Permission } from "@/model/access";
import { connect, type DatabaseRole } from "./connection";
import { openDrizzle } from "./failure";
import { poolSizes } from "./pool-sizes";

export type Database = Omit<ReturnType<typeof open>, "$client">;

/** The setting of a role's own login; without one, the login of DATABASE_URL takes the role. */
export const ownLogins = {
  app_provider: "DATABASE_URL_PROVIDER",
  app_door: "DATABASE_URL_DOOR",
  app_caja: "DATABASE_URL_CAJA",
  app_jobs: "DATABASE_URL",
} as const satisfies Record<DatabaseRole, string>;

function open(role: DatabaseRole, max: number) {
  return openDrizzle(connect(env()[ownLogins[role]] ?? env().DATABASE_URL, role, max));
}

// One set of pools a process, also when the bundler loads this module more than once.
const pools = globalThis as typeof globalThis & { hannaPools?: Partial<Record<DatabaseRole, Database>> };

function pool(role: DatabaseRole): Database {
  pools.hannaPools ??= {};
  pools.hannaPools[role] ??= open(role, sizes()[role]);
  return pools.hannaPools[role];
}

function sizes() {
  const { DATABASE_CONNECTIONS, WEB_CONCURRENCY = 1 } = env();
  return poolSizes(WEB_CONCURRENCY, DATABASE_CONNECTIONS);
}

/** The pool of the public and of providers: no SELECT on what is of a provider or a person, functions only. */
export const publicDatabase = (): Database => pool("app_provider");

/**
 * The pool of registration, sign-in and password links: only this role reads hashes, makes accounts, opens and ends
 * sessions. A pool of its own, so that a flood of sign-ins does not block counters.
 */
export const doorDatabase = (): Database => pool("app_door");

/** The pool of the caja's screens. */
export const cajaDatabase = (): Database => pool("app_caja");

/** The pool of background jobs: imports, the mail worker, the retention job. */
export const jobsDatabase = (): Database => pool("app_jobs");

/** The pool that the actor of this grant may use. */
export function databaseFor(grant: Grant<Permission>): Database {
  return grant.actor.kind === "caja" ? cajaDatabase() : publicDatabase();
}
