import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { connect, isDatabaseDown } from "@/db/connection";
import { call } from "@/db/contract/call";
import { openDrizzle } from "@/db/failure";
import { settleUseOfKey } from "@/domain/use/use-order";
import { ofKind } from "@/tests/support/answer-per-verdict";
import { makeKind } from "@/tests/support/factories/own-order";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { startStallingProxy } from "@/tests/support/stalling-proxy";
import { client, compared, grantToUse, lookUp } from "@/tests/support/use-order";

afterAll(() => owner.end());
const url = process.env.DATABASE_URL ?? "";
/** `npm run test:stalled` holds longer, and more. */
const STALLED_MS = Number(process.env.STALLED_MS ?? 8_000);
const USES = Number(process.env.STALLED_USES ?? 24);
/** What the driver sends before it waits for an answer: as many statements as it has connections. */
const CONNECTIONS = 26;

test("a use whose request timed out is not written when the stalled connection resumes, and no refused use has a ledger entry", async () => {
  const till = await makeTill();
  const line = await startStallingProxy(url);
  const pool = connect(line.url, "app_provider", CONNECTIONS);
  const db = openDrizzle(pool);
  const uses = await Promise.all(
    Array.from({ length: USES }, async () => {
      const order = await makeOrder();
      return { order, lookupId: await compared(till, order), key: randomUUID() };
    }),
  );
  const [claimFirst, toBeClaimed] = [await makeKind({ claimFirst: true }), await makeOrder()];
  await ofKind(toBeClaimed, claimFirst);
  const [toCompare, toClaim] = [
    await lookUp(till, await makeOrder()),
    await compared(till, toBeClaimed, claimFirst),
  ];
  // The pool has open connections and knows the server's clock, as on a running server.
  await Promise.all(Array.from({ length: CONNECTIONS }, () => db.execute(sql`select pg_sleep(0.5)`)));

  const asker = { person: till.actor.personId, provider: till.actor.provider.id, ip: "x" };

  line.hold();
  const writes = [
    call(db, "compare_order", {
      ...asker,
      lookup: toCompare,
      way: "rows",
      value: null,
      differing: [],
      reason: null,
    }),
    call(db, "claim_order", { ...asker, lookup: toClaim }),
    ...uses.map(({ order, lookupId: lookup, key }) =>
      call(db, "use_order", {
        ...asker,
        order: order.id,
        lookup,
        counter: null,
        key,
        amount: null,
        invoice: null,
      }),
    ),
  ].map((write) =>
    write.then(
      () => "done",
      (error) => (isDatabaseDown(error) ? "unknown" : String(error)),
    ),
  );
  expect(new Set(await Promise.all(writes))).toEqual(new Set(["unknown"]));
  // The driver sends in the order in which it was asked: the first half is on the line, and nobody closes its keys.
  const [rest, half] = [uses.slice(0, USES / 2), uses.slice(USES / 2)];
  const results = await Promise.all(
    half.map(({ lookupId, key }) => settleUseOfKey(grantToUse(till), lookupId, key, client())),
  );
  await line.letThrough(STALLED_MS);
  // Everything pending in connection and pool reaches the database before the check: what waits in the pool is sent
  // in order, so it was all sent when this is answered, and `end` waits for what was sent.
  await pool`select 1`;
  await pool.end({ timeout: 120 });
  const entries =
    await owner`select lookup_id from order_use where key in ${owner(uses.map(({ key }) => key))}`;
  expect(results).toEqual(half.map(() => null));
  expect(entries, `${rest.length} of them nobody asked for`).toEqual([]);
  expect(await owner`select from comparison where lookup_id = ${toCompare}`).toEqual([]);
  expect(await owner`select from order_claim where lookup_id = ${toClaim}`).toEqual([]);
  await line.close();
}, 600_000);

test("a use is registered although the server's clock was set forward after the pool looked at it", async () => {
  const till = await makeTill();
  const pool = connect(url, "app_provider", 2);
  const use = async () => {
    const order = await makeOrder();
    const lookup = await compared(till, order);
    const { personId: person, provider } = till.actor;
    const asker = { person, provider: provider.id, counter: null, ip: "x" };
    const asked = { order: order.id, lookup, key: randomUUID(), amount: null, invoice: null };
    return (await call(openDrizzle(pool), "use_order", { ...asker, ...asked })).outcome;
  };
  // The pool looks at the server's clock while this machine's is ahead: to it, the server's is set forward afterwards.
  const aheadMs = 20_000;
  const [steady, clock] = [performance.now.bind(performance), Date.now];
  vi.spyOn(performance, "now").mockImplementation(() => steady() + aheadMs);
  vi.spyOn(Date, "now").mockImplementation(() => clock() + aheadMs);
  expect(await use()).toBe("done");
  vi.restoreAllMocks();
  expect(await use()).toBe("done");
  await pool.end();
});

/** The statement as the pools send it, with an instant so many seconds from now. */
const until = (seconds: number) =>
  owner`select set_config('hanna.not_after', (extract(epoch from clock_timestamp()) + ${seconds})::text, true)`;

test("the database refuses a write after its deadline by its own clock", async () => {
  const till = await makeTill();
  const lookupId = await compared(till, await makeOrder());
  const { personId, provider } = till.actor;
  const settle = (seconds: number) => owner`
    select asked.* from (select settle_use(${lookupId}, ${provider.id}, gen_random_uuid(), ${personId}, 'x')) as asked
    where (${until(seconds)}) is not null`;
  await expect(settle(-0.001)).rejects.toMatchObject({ code: "57014" });
  await expect(settle(5)).resolves.toHaveLength(1);
});

test("a write that waits behind a lock beyond its deadline is not made", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const lookupId = await compared(till, order);
  const held = owner.begin(async (holder) => {
    await holder`select from "order" where id = ${order.id} for update`;
    await holder`select pg_sleep(1.2)`;
  });
  await owner`select pg_sleep(0.2)`;
  const { personId, provider } = till.actor;
  await expect(owner`
    select asked.* from (select outcome from use_order(${order.id}, ${personId}, ${provider.id}, null, ${lookupId},
      gen_random_uuid(), null, null, 'x')) as asked
    where (${until(0.5)}) is not null`).rejects.toMatchObject({ code: "57014" });
  await held;
  expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(0);
});
