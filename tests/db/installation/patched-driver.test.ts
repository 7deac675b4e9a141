import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { openDrizzle } from "@/db/failure";
import { env } from "@/lib/env";
import { startCuttableProxy } from "@/tests/support/cuttable-proxy";
import { owner } from "@/tests/support/factories/account";

const client = connect(env().DATABASE_URL, "app_provider", 1);
const bare = connect(env().DATABASE_URL, null, 1);
const db = openDrizzle(client);
afterAll(() => Promise.all([client.end(), bare.end()]));

/** Answers two rows, and fails at the third. */
const FAILING = "select 1 / (3 - n) as share from generate_series(1, 5) n";
const GOOD = "select n from generate_series(1, 3) n";
const good = [{ n: 1 }, { n: 2 }, { n: 3 }];

test("a statement that fails between its rows leaves no holes in the next result of its connection", async () => {
  for (const each of [client, bare]) {
    await expect(each.unsafe(FAILING)).rejects.toThrow("division by zero");
    const rows = await each.unsafe(GOOD);
    expect([...rows]).toEqual(good);
    expect(rows.count).toBe(3);
  }
});

test("neither does one that is sent right behind it, nor rows without names, nor the query builder", async () => {
  const [, behind] = await Promise.allSettled([client.unsafe(FAILING), client.unsafe(GOOD)]);
  expect(behind).toMatchObject({ status: "fulfilled", value: good });
  await expect(client.unsafe(FAILING).values()).rejects.toThrow();
  expect([...(await client.unsafe(GOOD).values())]).toEqual([[1], [2], [3]]);
  await expect(db.execute(sql.raw(FAILING))).rejects.toThrow();
  expect([...(await db.execute(sql.raw(GOOD)))]).toEqual(good);
});

test("neither does one within a transaction, nor a cursor", async () => {
  const rows = await client.begin(async (transaction) => {
    await expect(transaction.savepoint((inner) => inner.unsafe(FAILING))).rejects.toThrow();
    return transaction.unsafe(GOOD);
  });
  expect([...rows]).toEqual(good);
  await expect(client.begin((transaction) => transaction.unsafe(FAILING))).rejects.toThrow();
  await expect(bare.unsafe(FAILING)).rejects.toThrow();
  const read: unknown[] = [];
  for await (const part of bare.unsafe(GOOD).cursor(2)) read.push(...part);
  expect(read).toEqual(good);
});

test("a statement timeout between two rows leaves none, and neither does a server process that ends there", async () => {
  await bare.unsafe("set statement_timeout = '200ms'");
  const slow = "select n, case when n > 2000 then pg_sleep(3) end from generate_series(1, 2001) n";
  await expect(bare.unsafe(slow)).rejects.toMatchObject({ code: "57014" });
  expect([...(await bare.unsafe(GOOD))]).toEqual(good);
  await bare.unsafe("set statement_timeout = 0");
  const [{ pid } = { pid: 0 }] = await bare<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const ended = expect(bare.unsafe(slow.replace("pg_sleep(3)", "pg_sleep(60)"))).rejects.toThrow();
  await expect
    .poll(() =>
      owner`select from pg_stat_activity where pid = ${pid} and wait_event = 'PgSleep'`.then((r) => r.length),
    )
    .toBe(1);
  await owner`select pg_terminate_backend(${pid})`;
  await ended;
  expect([...(await bare.unsafe(GOOD))]).toEqual(good);
});

/** The database's address at the port of a proxy. */
function withPort(proxy: string): string {
  const address = new URL(env().DATABASE_URL);
  address.host = new URL(proxy).host;
  return address.href;
}

test("a line that breaks under statements that are being written leaves nothing behind: the next one is answered at once", async () => {
  const proxy = await startCuttableProxy(env().DATABASE_URL);
  const through = connect(withPort(proxy.url), null, 1);
  try {
    for (let round = 0; round < 5; round++) {
      await through`select 1`;
      // A statement in each turn of the event loop: in one of them the line is closed.
      let going = true;
      const send = () => {
        through`select 1`.catch(() => (going = false));
        if (going) setImmediate(send);
      };
      send();
      await proxy.cut();
      await expect.poll(() => going).toBe(false);
      await proxy.mend();
      const from = performance.now();
      expect([...(await through`select 2 as two`)]).toEqual([{ two: 2 }]);
      expect(performance.now() - from).toBeLessThan(2_500);
    }
  } finally {
    await through.end({ timeout: 1 });
    await proxy.cut();
  }
});

test("a later statement of a transaction whose line broke is refused", async () => {
  const proxy = await startCuttableProxy(env().DATABASE_URL);
  const through = connect(withPort(proxy.url), null, 1);
  try {
    const late: Promise<unknown>[] = [];
    await expect(
      through.begin(async (transaction) => {
        await transaction`select 1`;
        await proxy.cut();
        await transaction`select pg_sleep(5)`.catch(() => {});
        late.push(transaction`select 2`.execute());
        await Promise.allSettled(late);
      }),
    ).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await expect(late[0]).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await proxy.mend();
    expect([...(await through`select 3 as three`)]).toEqual([{ three: 3 }]);
  } finally {
    await through.end({ timeout: 1 });
    await proxy.cut();
  }
});
