import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { parseDatabaseUrl } from "@/lib/database-url";
import { arrayTypes } from "./array-types";
import { type DatabaseRole, roleName } from "./roles";
import { driverAddress, Servers } from "./servers";
import { isNetwork, isReadOnly, isUnavailable, mayRepeat } from "./sqlstate";
import { WriteDeadline } from "./write-deadline";

export type { DatabaseRole };

const STATEMENT_MS = 3_000;
const QUERY_MS = 6_000;
/**
 * The database refuses a write shortly before the client gives up, so that the client never reports a failure
 * too early.
 */
const WRITE_MS = QUERY_MS - 500;
/** No statement and no pause within a transaction lasts as long, so a connection silent for longer is dead or idle. */
const STUCK_MS = QUERY_MS + 2_000;
const MOST_TRIES = 3;
const REPEAT_MS = 50;

/** Postgres could not be asked: unreachable, restarting, too slow. Never means "no rows". */
class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super("database unavailable", { cause });
    this.name = "DatabaseUnavailable";
  }
}

/** Handler of a connection's notifications. */
export type Listener = {
  onNotify: (channel: string, text: string) => void;
  /** Called when the connection, with its subscriptions, is lost. */
  onClose: () => void;
};

/**
 * Opens a pool whose every connection acts as `role`; `null` keeps the login role (migrations).
 * @param settings of the connection, beside those of the role
 */
export function connect(
  url: string,
  role: DatabaseRole | null,
  max = 10,
  settings: Record<string, number> = {},
  listener?: Listener,
): postgres.Sql {
  const address = parseDatabaseUrl(url);
  if (!address) throw new Error("DATABASE_URL: debe ser una dirección postgres://…/base");
  const { connection, ...place } = driverAddress(address);
  const servers = new Servers(address, role ? STUCK_MS : 0);
  const options: postgres.Options<Record<string, postgres.PostgresType>> & {
    socket: () => Promise<Socket>;
    onnotify?: Listener["onNotify"];
  } = {
    ...place,
    max,
    connect_timeout: 3,
    // What a command began belongs to its session: the lock of a migration, a backup that copies for an hour.
    idle_timeout: role ? 60 : 0,
    max_lifetime: role ? 30 * 60 : null,
    keep_alive: 10,
    // The driver's own pause grows to 20 s; a counter cannot wait that long after a restart.
    backoff: () => 0.2,
    fetch_types: false,
    types: arrayTypes,
    onnotice: () => {},
    socket: () => servers.open(),
    onclose: () => {
      servers.broke();
      listener?.onClose();
    },
    onnotify: listener?.onNotify,
    connection: {
      ...connection,
      ...settings,
      application_name: role ?? "app_owner",
      ...(role
        ? {
            role: roleName(role, address.database),
            statement_timeout: STATEMENT_MS,
            lock_timeout: 2_000,
            idle_in_transaction_session_timeout: 5_000,
          }
        : {}),
    },
  };
  const client = postgres(options);
  return role ? withDeadline(client, servers) : client;
}

/**
 * The driver can leave a query pending forever when the server dies between two of its steps; a deadline turns
 * that into an error.
 */
function withDeadline(client: postgres.Sql, servers: Servers): postgres.Sql {
  const writes = new WriteDeadline(client, () => servers.gaveUp());
  const notice = (error: unknown) => {
    if (isReadOnly(error) || isNetwork(error)) writes.forget();
    if (isReadOnly(error)) void servers.refusedWrite();
    else if (isNetwork(error)) servers.broke();
    else if (error instanceof DatabaseUnavailable) servers.gaveUp();
  };
  return new Proxy(client, {
    get(target, property) {
      if (property === "begin")
        return async (...args: Parameters<postgres.Sql["begin"]>) => {
          // A transaction may last, but one that does may also be on a connection that is dead.
          const long = setInterval(() => servers.gaveUp(), QUERY_MS).unref();
          try {
            return await target.begin(...args);
          } catch (error) {
            notice(error);
            throw error;
          } finally {
            clearInterval(long);
          }
        };
      if (property !== "unsafe") return Reflect.get(target, property);
      return (...[query, values, options]: Parameters<postgres.Sql["unsafe"]>) =>
        deadline(
          {
            send: (text, params) => target.unsafe(text, params, options),
            timed: (send) => writes.send(query, values ?? [], performance.now() + WRITE_MS, send),
            request: [query, values ?? []],
          },
          notice,
        );
    },
  });
}

type Answer = PromiseLike<unknown> & { values(): PromiseLike<unknown> };
type Notice = (error: unknown) => void;
type Params = NonNullable<Parameters<postgres.Sql["unsafe"]>[1]>;
type Query = [string, Params];
type Statement = {
  send: (query: string, values: Params) => Answer;
  /** Adds the write deadline to the statement, and sends it. */
  timed: (send: (query: string, values: Params) => Promise<unknown>) => Promise<unknown>;
  request: Query;
};

function deadline({ send, timed, request }: Statement, notice: Notice) {
  const settle = () => race(() => timed((query, values) => repeat(() => send(query, values))), notice);
  return {
    // biome-ignore lint/suspicious/noThenProperty: stands in for the driver's query, which is awaited
    then: (...args: Parameters<Promise<unknown>["then"]>) => settle().then(...args),
    catch: (onRejected: (reason: unknown) => unknown) => settle().catch(onRejected),
    finally: (onFinally: () => void) => settle().finally(onFinally),
    // Rows without names are what the query builder reads; every write is a function that answers rows with names.
    values: () => race(() => repeat(() => send(...request).values()), notice),
  };
}

async function race(send: () => PromiseLike<unknown>, notice: Notice): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnavailable(new Error("no answer in time"))), QUERY_MS);
  });
  try {
    return await Promise.race([send(), tooLate]);
  } catch (error) {
    notice(error);
    throw isUnavailable(error) ? new DatabaseUnavailable(error) : error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A statement that lost a deadlock or a serialisation conflict is retried, since its transaction had no other
 * one.
 */
async function repeat(send: () => PromiseLike<unknown>): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (tries === MOST_TRIES || !mayRepeat(error)) throw error;
      await pause(Math.random() * tries * REPEAT_MS);
    }
  }
}

/** Drizzle wraps what the driver says, so the cause counts too. */
export function isDatabaseDown(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    // By name and code too: a bundle may hold a class of its own for the same error.
    if (at.name === "DatabaseUnavailable" || isUnavailable(at)) return true;
  }
  return false;
}
