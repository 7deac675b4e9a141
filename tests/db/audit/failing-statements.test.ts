import { readdirSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { connect } from "@/db/connection";
import { call, type FunctionName } from "@/db/contract/call";
import { functions } from "@/db/contract/functions.generated";
import { DatabaseFailure, openDrizzle } from "@/db/failure";
import { errorFacts } from "@/lib/error-facts";
import { separateDatabase } from "@/tests/support/separate-database";

const CANARY = "canaria1042555318";

let owner: ReturnType<typeof connect>;
let db: Database;
beforeAll(async () => {
  owner = connect(await separateDatabase("fallas"), null, 2);
  db = openDrizzle(connect(process.env.DATABASE_URL ?? "", null, 4)) as unknown as Database;
});
afterAll(() => owner.end());

/** A placeholder for any argument: every property of it and its text are the canary. */
const anything: unknown = new Proxy(() => CANARY, {
  get: (_, property) => {
    if (property === Symbol.toPrimitive || property === "toString" || property === "toJSON")
      return () => CANARY;
    if (property === Symbol.iterator) return [CANARY][Symbol.iterator].bind([CANARY]);
    if (property === "map") return (each: (item: unknown) => unknown) => [each(anything)];
    if (property === "actor" || property === "provider") return anything;
    return typeof property === "symbol" || property === "then" ? undefined : CANARY;
  },
});

/** What each query, and each function of the contract, throws with the canary wherever something may be typed. */
async function failures(): Promise<Map<string, unknown>> {
  const thrown = new Map<string, unknown>();
  for (const [name, { args }] of Object.entries(functions)) {
    const typed = Object.fromEntries(Object.keys(args).map((key) => [key, CANARY]));
    await call(db, name as FunctionName, typed as never).catch((error) => thrown.set(name, error));
  }
  for (const file of readdirSync(path.resolve("db/queries"))) {
    const queries: Record<string, unknown> = await import(
      `../../../db/queries/${file.replace(/\.ts$/, "")}.ts`
    );
    for (const [name, query] of Object.entries(queries)) {
      if (typeof query !== "function") continue;
      try {
        await query(db, anything, anything, anything, anything, anything, anything);
      } catch (error) {
        thrown.set(`${file} ${name}`, error);
      }
    }
  }
  return thrown;
}

function leaks(thrown: Map<string, unknown>): string[] {
  return [...thrown]
    .filter(([, error]) => JSON.stringify(errorFacts(error)).includes(CANARY))
    .map(([name]) => name);
}

/** Whose error was made by a statement, and still holds what was sent with it, for anyone who prints it. */
function carriers(thrown: Map<string, unknown>): string[] {
  return [...thrown]
    .filter(([, error]) => error instanceof DatabaseFailure || !(error instanceof TypeError))
    .filter(([, error]) => inspect(error, { depth: 9, showHidden: true }).includes(CANARY))
    .map(([name]) => name);
}

test("a statement that cannot parse its input does not repeat the input in the error", async () => {
  const thrown = await failures();
  expect([...thrown.values()].filter((error) => error instanceof DatabaseFailure).length).toBeGreaterThan(80);
  expect(leaks(thrown)).toEqual([]);
  expect(carriers(thrown)).toEqual([]);
});

test("a function that fails with its input in the message does not expose it in the error", async () => {
  // Every function of ours raises its first argument as message, detail and hint.
  await owner.unsafe(`do $$
    declare f record;
    begin
      for f in select p.oid::regprocedure as signature, p.proname, p.pronargs, p.oid from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
      loop
        execute replace(regexp_replace(pg_get_functiondef(f.oid), 'AS \\$function\\$.*', ''), E'LANGUAGE sql', 'LANGUAGE plpgsql')
          || format('as $f$ begin raise exception using message = %1$L, detail = %1$L, hint = %1$L, errcode = ''P0001''; end $f$',
            '${CANARY}');
      end loop;
    end $$`);
  const thrown = await failures();
  const raised = [...thrown.values()].filter((error) => error instanceof DatabaseFailure);
  expect(raised.filter(({ code }) => code === "P0001").length).toBeGreaterThan(5);
  expect(leaks(thrown)).toEqual([]);
  expect(carriers(thrown)).toEqual([]);
});

test("errors of statements inside a transaction expose no more than others", async () => {
  const error = await (db as ReturnType<typeof openDrizzle>)
    .transaction((tx) => tx.execute(`select '${CANARY}'::int`))
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "DatabaseFailure", code: "22P02" });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(CANARY);
});
