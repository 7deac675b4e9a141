import postgres from "postgres";

/** The caja's screens, the providers' and the public's, and background work each have a role of their own. */
export type DatabaseRole = "app_provider" | "app_caja" | "app_jobs";

const STATEMENT_MS = 3_000;
const QUERY_MS = 6_000;

/** Postgres could not be asked: unreachable, restarting, too slow. Never means "no rows". */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super("database unavailable", { cause });
    this.name = "DatabaseUnavailable";
  }
}

/** Opens a pool whose every connection acts as `role`; `null` keeps the login role (migrations). */
export function connect(url: string, role: DatabaseRole | null, max = 10) {
  const client = postgres(url, {
    max,
    connect_timeout: 3,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    // The driver's own pause grows to 20 s; a counter cannot wait that long after a restart.
    backoff: () => 0.2,
    onnotice: () => {},
    connection: {
      application_name: role ?? "app_owner",
      ...(role
        ? {
            role,
            statement_timeout: STATEMENT_MS,
            lock_timeout: 2_000,
            idle_in_transaction_session_timeout: 5_000,
          }
        : {}),
    },
  });
  // Not for background work: a plan kept from when a table was small is no plan for a file of 200,000 orders.
  return role ? withDeadline(client, role === "app_provider") : client;
}

/**
 * The driver can leave a query without an answer when the server dies between two of its steps; a
 * deadline turns that into an error that the caller can tell the person.
 * @param prepare spares each statement its second round trip
 */
function withDeadline(client: postgres.Sql, prepare: boolean): postgres.Sql {
  return new Proxy(client, {
    get(target, property) {
      if (property !== "unsafe") return Reflect.get(target, property);
      return (...[query, values, options]: Parameters<postgres.Sql["unsafe"]>) =>
        deadline(target.unsafe(query, values, { prepare, ...options }));
    },
  });
}

type Answer = PromiseLike<unknown> & { values(): PromiseLike<unknown> };

function deadline(query: Answer) {
  const settle = () => race(query);
  return {
    // biome-ignore lint/suspicious/noThenProperty: stands in for the driver's query, which is awaited
    then: (...args: Parameters<Promise<unknown>["then"]>) => settle().then(...args),
    catch: (onRejected: (reason: unknown) => unknown) => settle().catch(onRejected),
    finally: (onFinally: () => void) => settle().finally(onFinally),
    values: () => race(query.values()),
  };
}

async function race(query: PromiseLike<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnavailable(new Error("no answer in time"))), QUERY_MS);
  });
  try {
    return await Promise.race([query, tooLate]);
  } catch (error) {
    throw isUnavailable(error) ? new DatabaseUnavailable(error) : error;
  } finally {
    clearTimeout(timer);
  }
}

const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
]);

/** Class 08: connection; 53: resources; 57: operator intervention and timeouts; 55P03: lock not got. */
function isUnavailable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return networkCodes.has(code) || /^(08|53|57)/.test(code) || code === "55P03";
}

/** Drizzle wraps what the driver says, so the cause counts too. */
export function isDatabaseDown(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    // By name and code too: a bundle may hold a class of its own for the same error.
    if (at.name === "DatabaseUnavailable" || isUnavailable(at)) return true;
  }
  return false;
}
