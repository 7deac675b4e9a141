import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, expect, test } from "vitest";
import { type Args, call, type FunctionName } from "@/db/contract/call";
import { functions } from "@/db/contract/functions.generated";
import { WriteDeadline } from "@/db/write-deadline";
import { owner } from "@/tests/support/look-up-orders";

afterAll(() => owner.end());

/** A value that the call can send for an argument of this type; nothing is executed. */
function someValue(type: string): unknown {
  if (type.startsWith("_bytea")) return [Buffer.from("1")];
  return type.startsWith("_") ? ["1"] : "1";
}

/** The statement that `call` sends for a function. */
async function statementOf(name: FunctionName): Promise<{ sql: string; params: unknown[] }> {
  const args = Object.fromEntries(
    Object.entries(functions[name].args).map(([key, type]) => [key, someValue(type)]),
  );
  let sent = { sql: "", params: [] as unknown[] };
  const recorder = {
    execute: async (query: Parameters<PgDialect["sqlToQuery"]>[0]) => {
      sent = new PgDialect().sqlToQuery(query);
      throw new Error("recorded");
    },
  };
  await expect(call(recorder, name, args as Args<typeof name>)).rejects.toThrow("recorded");
  return sent;
}

test("every function that may write is called with the instant after which nobody waits, in a statement that the database understands", async () => {
  const writers = await owner<{ name: FunctionName }[]>`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace and provolatile = 'v'
      and proname in ${owner(Object.keys(functions))} order by proname`;
  const deadline = new WriteDeadline(owner, () => {});
  const unbound: string[] = [];
  for (const { name } of writers) {
    const { sql, params } = await statementOf(name);
    const [text, values] = await deadline.bind(sql, params as [], performance.now() + 1_000);
    if (!text.includes("hanna.not_after") || values.length !== params.length + 1) unbound.push(name);
    await owner.unsafe(text, values).describe();
  }
  expect(unbound).toEqual([]);
  expect(writers.length).toBeGreaterThan(150);
});

test("a function that only reads is called as it is", async () => {
  const { sql, params } = await statementOf("list_incidents");
  expect(await new WriteDeadline(owner, () => {}).bind(sql, params as [], performance.now())).toEqual([
    sql,
    params,
  ]);
});
