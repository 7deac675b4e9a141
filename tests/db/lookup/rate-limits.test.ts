import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { listMissAlerts } from "@/db/queries/lookup-miss-alert";
import { lookupLimits, watchedLimits } from "@/domain/lookup/budget";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { blindIndex } from "@/lib/crypto/blind-index";
import {
  colleagueOf,
  makeOrder,
  makeTill,
  owner,
  someAddress,
  someDigits,
} from "@/tests/support/look-up-orders";
import { inRolledBack } from "@/tests/support/rolled-back";

type Till = Awaited<ReturnType<typeof makeTill>>;
type Question = { idNumber: string; number: string };

const FIVE_MINUTES = 300_000;
const { personDay, providerDay, affiliateDay, orderDay } = lookupLimits;
const invented = (): Question => ({ idNumber: someDigits(10), number: someDigits(11) });

async function ask(till: Till, question: Question, ip = someAddress()) {
  const answer = await readLookup(till, await lookUpOrder(till, { ...question, kindCode: "AS" }, { ip }));
  if (!answer) throw new Error("no answer");
  return answer;
}

async function miss(till: Till, times: number, question?: Question): Promise<void> {
  for (let time = 0; time < times; time++)
    expect((await ask(till, question ?? invented())).outcome).toBe("not_found");
}

const numberDigest = (key: string) => blindIndex("order-number", `AS:${key}`).toString("hex");

/** As if the present pause of the person were over. */
const letPausePass = (till: Till) =>
  owner`update budget_counter set paused_until = now() where key = ${till.actor.personId}`;

test("the first wait of the rate limit is five minutes, is announced one miss before, and applies to hits too", async () => {
  const till = await makeTill();
  await miss(till, personDay.pauses[0].at - 2);
  expect(await ask(till, invented())).toMatchObject({ aheadSeconds: 300, waitUntil: null });
  const last = await ask(till, invented());
  expect(last.outcome).toBe("not_found");
  expect((last.waitUntil?.getTime() ?? 0) - last.readAt.getTime()).toBeLessThanOrEqual(FIVE_MINUTES);
  const order = await makeOrder();
  const waiting = await ask(till, order);
  expect(waiting).toMatchObject({ outcome: "waiting", sheet: null, number: null });
  expect((waiting.waitUntil?.getTime() ?? 0) - waiting.readAt.getTime()).toBeLessThanOrEqual(FIVE_MINUTES);
  await letPausePass(till);
  expect((await ask(till, order)).outcome).toBe("current");
});

test("waits grow during the day, and after 30 misses the person waits until midnight in Bogotá", async () => {
  const till = await makeTill();
  let before = 0;
  for (const { at, seconds } of personDay.pauses) {
    await miss(till, at - before);
    before = at;
    const { outcome, waitUntil, readAt } = await ask(till, invented());
    expect(outcome).toBe("waiting");
    expect(((waitUntil?.getTime() ?? 0) - readAt.getTime()) / 1000).toBeGreaterThan(seconds - 60);
    await letPausePass(till);
  }
  await miss(till, personDay.limit - before);
  const { outcome, waitUntil } = await ask(till, await makeOrder());
  expect(outcome).toBe("waiting");
  const bogota = new Intl.DateTimeFormat("en-GB", { timeZone: "America/Bogota", timeStyle: "medium" });
  expect(bogota.format(waitUntil ?? undefined)).toBe("00:00:00");
});

test("misses on an ID or a number block it for nobody else, and the caja gets one alert", async () => {
  const order = await makeOrder();
  const [rival, second, honest] = [await makeTill(), await makeTill(), await makeTill()];
  const half = watchedLimits.affiliate.limit / 2;
  for (const burner of [rival, second]) {
    await miss(burner, half, { idNumber: order.idNumber, number: someDigits(11) });
    await miss(burner, half - 1, { idNumber: someDigits(10), number: order.number });
  }
  expect((await ask(honest, order)).outcome).toBe("current");
  const alerts = await owner`select scope, misses, providers, raised_at is not null as raised from miss_alert
    where key in (${affiliateIdIndex(order.idNumber).toString("hex")}, ${`AS:${order.number.slice(2)}`}) order by scope`;
  const both = expect.arrayContaining([rival.actor.provider.id, second.actor.provider.id]);
  expect(alerts).toEqual([
    { scope: "watch.affiliate", misses: 2 * half, providers: both, raised: true },
    { scope: "watch.order", misses: 2 * half - 2, providers: both, raised: false },
  ]);
});

test("an alert of a number that no order has names no number, which may be somebody's ID", async () => {
  const [till, second] = [await makeTill(), await makeTill()];
  const number = someDigits(11);
  const half = watchedLimits.order.limit / 2;
  for (const asking of [till, second]) await miss(asking, half, { idNumber: someDigits(10), number });
  const key = numberDigest(number);
  const alerts = await owner`select key, raised_at is not null as raised from miss_alert
    where scope = 'watch.order' and key in (${key}, ${`AS:${number}`})`;
  expect([...alerts]).toEqual([{ key, raised: true }]);
  const shown = (await listMissAlerts(cajaDatabase(), 1_000)).filter(({ subject }) => subject === "order");
  expect(shown.map(({ name }) => name)).toContain(null);
  expect(JSON.stringify(shown)).not.toContain(key);
});

test("an alert from before names its number only where an order has it, and the migration empties it else", async () => {
  const [update = ""] = readFileSync("db/migrations/0098_numero_escrito_sellado.sql", "utf8").split(
    "--> statement-breakpoint",
  );
  const [order, idNumber] = [await makeOrder(), someDigits(11)];
  const known = order.number.slice(2);
  for (const key of [`AS:${known}`, `AS:${idNumber}`])
    await owner`insert into miss_alert (scope, key, window_start, misses, providers, raised_at)
      values ('watch.order', ${key}, now(), 50, '{}', now())`;
  const names = (await listMissAlerts(cajaDatabase(), 1_000)).map(({ name }) => name);
  expect(names).toContain(`AS ${known}`);
  expect(names).not.toContain(`AS ${idNumber}`);
  await inRolledBack(async (sql) => {
    await sql.unsafe(update);
    const rows = await sql<
      { key: string }[]
    >`select key from miss_alert where scope = 'watch.order' and key like '%:%'`;
    const keys = rows.map(({ key }) => key);
    expect(keys).toContain(`AS:${known}`);
    expect(keys).not.toContain(`AS:${idNumber}`);
  });
});

test("an alert names its order's number, in whatever reading of what was typed it was found", async () => {
  const budget = { scope: "watch.order", key: "a digest", named: true, limit: 20, seconds: 60 };
  const order = await makeOrder();
  const [row] = await owner<{ budgets: { key: string }[] }[]>`
    select budgets_of_number(${owner.json([budget])}, 'AS', ${["1", order.number.slice(2)]}) as budgets`;
  expect(row?.budgets).toEqual([{ ...budget, key: `AS:${order.number.slice(2)}` }]);
});

test("misses from one address do not block other providers there", async () => {
  const ip = someAddress();
  const [rival, honest] = [await makeTill(), await makeTill()];
  for (let time = 0; time < 12; time++) await ask(rival, invented(), ip);
  expect((await ask(honest, await makeOrder(), ip)).outcome).toBe("current");
});

test("a colleague's misses do not block a person before the provider's own rate limit", async () => {
  const till = await makeTill();
  const colleague = await colleagueOf(till);
  await miss(till, personDay.pauses[0].at);
  expect((await ask(colleague, await makeOrder())).outcome).toBe("current");
  await owner`update budget_counter set spent = ${providerDay.limit} where scope = ${providerDay.scope}
    and key = ${till.actor.provider.id}`;
  expect((await ask(colleague, await makeOrder())).outcome).toBe("waiting");
});

test.each([
  ["an ID", affiliateDay, (order: Question) => affiliateIdIndex(order.idNumber).toString("hex")],
  ["an order number", orderDay, (order: Question) => numberDigest(order.number.slice(2))],
] as const)(
  "15 misses of one provider on %s block it for that provider until midnight",
  async (_, limit, keyOf) => {
    const [till, other, order] = [await makeTill(), await makeTill(), await makeOrder()];
    const spent = (count: number) => owner`
    insert into budget_counter (scope, key, window_start, spent)
    values (${limit.scope}, ${`${till.actor.provider.id}:${keyOf(order)}`}, budget_window_start(${limit.seconds}), ${count})
    on conflict (scope, key) do update set spent = excluded.spent`;
    await spent(limit.limit - 1);
    expect((await ask(till, order)).outcome).toBe("current");
    await spent(limit.limit);
    expect((await ask(till, order)).outcome).toBe("waiting");
    expect((await ask(till, await makeOrder())).outcome).toBe("current");
    expect((await ask(other, order)).outcome).toBe("current");
  },
);

test("hits do not count towards the rate limit", async () => {
  const [till, order] = [await makeTill(), await makeOrder()];
  for (let time = 0; time < personDay.pauses[0].at + 2; time++)
    expect((await ask(till, order)).outcome).toBe("current");
});

test("of 500 concurrent misses exactly the limit is answered; the others wait", async () => {
  const till = await makeTill();
  const lookups = await Promise.all(
    Array.from({ length: 500 }, () =>
      lookUpOrder(till, { ...invented(), kindCode: "AS" }, { ip: someAddress() }),
    ),
  );
  const counts = await owner`select outcome, count(*)::int as n from lookup where id in ${owner(lookups)}
    group by outcome order by outcome`;
  expect([...counts]).toEqual([
    { outcome: "not_found", n: personDay.pauses[0].at },
    { outcome: "waiting", n: 500 - personDay.pauses[0].at },
  ]);
});

test("hits concurrent with misses are not answered after the last allowed miss", async () => {
  for (let round = 0; round < 5; round++) {
    const [till, order] = [await makeTill(), await makeOrder()];
    const left = 3;
    await miss(till, personDay.pauses[0].at - left);
    const lookups = await Promise.all(
      Array.from({ length: 16 }, (_, nth) =>
        lookUpOrder(till, { ...(nth < 10 ? invented() : order), kindCode: "AS" }, { ip: someAddress() }),
      ),
    );
    // The log's numbers are given while the budget is held, so they are the order in which they were answered.
    const outcomes = (
      await owner<{ outcome: string }[]>`select e.detail ->> 'outcome' as outcome from audit_event e
        where e.action = 'order.looked_up' and e.subject_id in ${owner(lookups)} order by e.seq`
    ).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "not_found")).toHaveLength(left);
    const closed = outcomes.slice(outcomes.lastIndexOf("not_found") + 1);
    expect(new Set(closed)).toEqual(new Set(["waiting"]));
  }
});
