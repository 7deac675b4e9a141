import { once } from "node:events";
import { type AddressInfo, connect as connectSocket, createServer } from "node:net";
import { afterAll, expect, test } from "vitest";
import { connect, isDatabaseDown } from "@/db/connection";
import { startStallingProxy } from "@/tests/support/stalling-proxy";

/** The first byte of the messages with which a client sends a statement: Parse and Query. */
const STATEMENT = new Set([0x50, 0x51]);

const url = process.env.DATABASE_URL ?? "";
const owner = connect(url, null, 1);
afterAll(() => owner.end());

/** The database's address through a proxy that breaks its first connection when that sends its first statement. */
async function breakingProxy(database: string) {
  const target = new URL(database);
  let connections = 0;
  const server = createServer((near) => {
    const isFirst = ++connections === 1;
    const far = connectSocket(Number(target.port || 5432), target.hostname);
    for (const end of [near, far]) end.on("error", () => end.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.on("data", (bytes) => {
      if (isFirst && STATEMENT.has(bytes[0] ?? 0)) near.destroy();
      else far.write(bytes);
    });
    far.pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const through = new URL(database);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: through.href, close: () => server.close() };
}

test("a connection lost at its first statement fails that statement, nothing else, and the next one works", async () => {
  const unhandled: unknown[] = [];
  const keep = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", keep);
  const proxy = await breakingProxy(url);
  const client = connect(proxy.url, null, 1);
  try {
    await expect(client`select 1 as one`).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    expect(await client`select 2 as two`).toEqual([{ two: 2 }]);
    expect(unhandled).toEqual([]);
  } finally {
    await client.end({ timeout: 1 });
    proxy.close();
    process.off("unhandledRejection", keep);
  }
});

test("connections that fall silent in the middle of their work are replaced soon after a request of theirs was given up", async () => {
  const line = await startStallingProxy(url);
  const pool = connect(line.url, "app_provider", 3);
  let frozen = false;
  // One statement after another on each connection, so that the last answer and the request after it fall together.
  const busy = Array.from({ length: 3 }, async () => {
    for (;;) {
      try {
        await pool.unsafe("select $1::int as n", [1], { prepare: false });
      } catch (error) {
        return isDatabaseDown(error) && frozen;
      }
    }
  });
  await pool.unsafe("select pg_sleep(0.3)");
  frozen = true;
  line.freeze();
  const from = performance.now();
  expect(await Promise.all(busy)).toEqual([true, true, true]);
  // Given up after six seconds and silent for eight, looked at once a second; the rest is for a busy machine.
  await expect.poll(() => pool.unsafe("select 2 as two").then(([row]) => row?.two, isDatabaseDown)).toBe(2);
  expect(performance.now() - from).toBeLessThan(30_000);
  await pool.end({ timeout: 1 });
  await line.close();
});

test("a connection of a command is not ended for its age or for being idle, since a lock or a backup belongs to its session", async () => {
  const served = connect(url, "app_provider", 1);
  expect([owner.options.idle_timeout, owner.options.max_lifetime]).toEqual([0, null]);
  expect([served.options.idle_timeout, served.options.max_lifetime]).toEqual([60, 1_800]);
  await served.end();
});

test("arrays of every type that the tables and functions have are read and written as arrays", async () => {
  const types = await owner<{ name: string }[]>`
    with used as (
      select a.atttypid as type from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
      where a.attnum > 0
      union
      select unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype) from pg_proc p
      where p.pronamespace = 'public'::regnamespace
    )
    select format_type(t.oid, null) as name from used join pg_type t on t.oid = used.type
    where t.typcategory = 'A' and t.typtype = 'b' order by 1`;
  expect(types.length).toBeGreaterThan(2);
  for (const { name } of types) {
    const [empty] = await owner.unsafe(`select '{}'::${name} as value`);
    expect(empty?.value, name).toEqual([]);
  }
});

test("texts in arrays keep quotes, commas, braces, backslashes, spaces and what is not there", async () => {
  const texts = ["", "a,b", '"', "\\", "{}", " ", "NULL", "Ñ\n"];
  expect(await owner`select ${texts}::text[] as value`).toEqual([{ value: texts }]);
  expect(await owner`select array['a', null] as value`).toEqual([{ value: ["a", null] }]);
  expect(await owner`select ${[1, -2]}::int[] as value, array[[1, 2], [3, 4]] as nested`).toEqual([
    {
      value: [1, -2],
      nested: [
        [1, 2],
        [3, 4],
      ],
    },
  ]);
});
