import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { SAFE_MESSAGE } from "@/lib/error-facts";
import { newFailureId } from "@/lib/failure-id";

/**
 * A failed statement without data: function or table, SQLSTATE, constraint and lines of our functions. Query
 * parameters and the server's message, which repeats them, are dropped, so that callers cannot log them.
 */
export class DatabaseFailure extends Error {
  readonly [SAFE_MESSAGE] = true;
  /** What the error page shows and the log holds. */
  readonly digest: string;

  /** @param code SQLSTATE, or the driver's own word (`ECONNREFUSED`), or "unknown" */
  constructor(
    readonly statement: string,
    readonly code: string,
    readonly constraint: string | undefined,
    readonly lines: string | undefined,
    name = "DatabaseFailure",
  ) {
    super([statement, constraint, lines].filter(Boolean).join(" "));
    this.name = name;
    this.digest = newFailureId(name === "DatabaseUnavailable");
  }
}

/** Drizzle on this client. Its errors contain no data (DatabaseFailure). */
export function openDrizzle<C extends Sql>(client: C) {
  const db = drizzle(client);
  guard(db._.session as unknown as Session);
  return db;
}

type Prepared = { execute: (...args: unknown[]) => Promise<unknown> };
type Session = {
  prepareQuery: (query: { sql: string }, ...rest: unknown[]) => Prepared;
  transaction: (run: (tx: { _: { session: Session } }) => unknown, ...rest: unknown[]) => Promise<unknown>;
};

/** Drizzle's error is made inside of the prepared query, so its `execute` is where it can be replaced. */
function guard(session: Session): void {
  const { prepareQuery, transaction } = session;
  session.prepareQuery = (query, ...rest) => {
    const prepared = prepareQuery.call(session, query, ...rest);
    const { execute } = prepared;
    prepared.execute = async (...args) => {
      try {
        return await execute.apply(prepared, args);
      } catch (error) {
        throw withoutData(error, query.sql);
      }
    };
    return prepared;
  };
  session.transaction = async (run, ...rest) => {
    const guarded = (tx: { _: { session: Session } }) => {
      guard(tx._.session);
      return run(tx);
    };
    return transaction.call(session, guarded, ...rest);
  };
}

/** The failure without the query and the server's message. */
export function withoutData(error: unknown, query: string): DatabaseFailure {
  const chain = causes(error);
  const reported = chain.findLast((at) => typeof Reflect.get(at, "code") === "string");
  const known = chain.find((at) => at.name === "DatabaseUnavailable");
  return new DatabaseFailure(
    statementName(query),
    textOf(reported, "code") ?? "unknown",
    textOf(reported, "constraint_name") ?? textOf(reported, "column_name") ?? textOf(reported, "table_name"),
    linesOf(reported),
    known?.name,
  );
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 6; at = at.cause) chain.push(at);
  return chain;
}

function textOf(error: Error | undefined, property: string): string | undefined {
  const text = error ? Reflect.get(error, property) : undefined;
  return typeof text === "string" && /^\w{1,63}$/.test(text) ? text : undefined;
}

const plain = new Set(["count", "coalesce", "exists", "max", "min", "sum", "now"]);

/** The function that a statement calls, else the first table that it names. */
function statementName(query: string): string {
  const called = [...query.matchAll(/\b(?:from|select|join)\s+(?:distinct\s+)?"?([a-z_]\w{0,62})"?\s*\(/gi)]
    .map(([, name = ""]) => name.toLowerCase())
    .find((name) => !plain.has(name));
  const named = /\b(?:from|into|update)\s+"?([a-z_]\w{0,62})"?/i.exec(query)?.[1];
  return called ?? named?.toLowerCase() ?? "statement";
}

/** Which lines of our functions were running: "use_order:41 order_guard:7". Of the context, names and numbers only. */
function linesOf(error: Error | undefined): string | undefined {
  const context = error ? Reflect.get(error, "where") : undefined;
  if (typeof context !== "string") return undefined;
  const lines = [...context.matchAll(/^PL\/pgSQL function (\w{1,63})\([^)]*\) line (\d{1,6}) at /gm)];
  return lines.map(([, name, line]) => `${name}:${line}`).join(" ") || undefined;
}
