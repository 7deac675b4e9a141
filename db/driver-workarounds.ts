import type postgres from "postgres";
import { ENDED_BY_SERVER, sqlstate } from "./sqlstate";

type Rows = unknown[];
type Query = {
  executed: boolean;
  /** Null until the statement is handed to a connection. */
  state: unknown;
  handler: (query: Query) => void;
  resolve: (rows: Rows) => void;
  reject: (error: unknown) => void;
  cursorFn?: (rows: Rows) => unknown;
  handle: () => Promise<void>;
};

/** Where statements outside of transactions are handed to: one of a transaction must never run outside of it. */
const pools = new WeakSet<Query["handler"]>();
const done = new WeakSet<object>();

/**
 * Works around two faults of the driver (postgres 3.4.9), for every statement of the process. Both keep something of a
 * statement that failed for the next statement of its connection. When `tests/db/installation/driver-workarounds.test.ts`
 * passes without this file, it can go.
 *
 * 1. Rows are counted on after a statement that failed between two of them (statement timeout, cancellation, a row that
 *    cannot be computed) or whose line broke there. The next result begins with as many holes, so that
 *    `const [row] = …` reads "no row": an order that is there would be answered as not found.
 *    https://github.com/porsager/postgres/issues/1181
 * 2. When the server ends a session in the middle of a statement, its message is kept, and refuses the first statement
 *    of the next session, which was never sent. That one is sent once more.
 */
export function withWorkarounds<C extends postgres.Sql>(client: C): C {
  // The driver does not export its class of queries, which those of transactions are of too. A query that nobody awaits
  // is not sent.
  const query = client`` as unknown as Query;
  pools.add(query.handler);
  const prototype: Query = Object.getPrototypeOf(query);
  if (done.has(prototype)) return client;
  done.add(prototype);
  const { handle } = prototype;
  prototype.handle = function (this: Query) {
    if (!this.executed) {
      const { resolve, reject, cursorFn } = this;
      this.resolve = (rows) => resolve(withoutHoles(rows));
      if (cursorFn) this.cursorFn = (rows) => cursorFn(withoutHoles(rows));
      this.reject = (error) => {
        this.reject = reject;
        const neverSent = this.state === null && sqlstate(error) === ENDED_BY_SERVER;
        if (neverSent && pools.has(this.handler)) this.handler(this);
        else reject(error);
      };
    }
    return handle.call(this);
  };
  return client;
}

/** Of the same array, which carries the count and the columns beside its rows. */
function withoutHoles(rows: Rows): Rows {
  if (!Array.isArray(rows) || rows.length === 0 || Object.hasOwn(rows, 0)) return rows;
  rows.splice(
    0,
    rows.findIndex((_, at) => Object.hasOwn(rows, at)),
  );
  return rows;
}
