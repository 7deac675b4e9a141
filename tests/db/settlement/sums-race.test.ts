import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { returnPayment } from "@/domain/payment/payments";
import { mergeSums } from "@/domain/settlement/merge-sums";
import { undoOrderUse } from "@/domain/use/undo-use";
import { registerOrderUse } from "@/domain/use/use-order";
import { authorize } from "@/model/access";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { invoicedUses, makeRun } from "@/tests/support/paid-run";
import { payUses } from "@/tests/support/pay-uses";
import { seeded } from "@/tests/support/seeded";
import { settleShownUses as settle } from "@/tests/support/settle-shown-uses";
import { client, compared, confirmation, grantToUse, type Till } from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

afterAll(() => owner.end());

const noEmail = () => ({ subject: "", text: "" });
const idOf = (till: Till) => till.actor.provider.id;

/** What the ledger adds up to, and what the pages add up. */
const ledger = (providers: string[]) => owner`
  select u.provider_id, (u.at at time zone 'America/Bogota')::date as day, c.branch_id, coalesce(s.state, 'open') as state,
    count(*)::int as uses, sum(u.amount)::bigint as amount
  from order_use u left join settlement s on s.use_id = u.id left join counter c on c.id = u.counter_id
  where u.kind = 'use' and u.provider_id = any(${providers}::uuid[])
    and not exists (select from order_use undo where undo.undoes = u.id)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
const sums = (providers: string[]) => owner`
  select provider_id, day, branch_id, state, sum(uses)::int as uses, sum(amount)::bigint as amount
  from settlement_sum where provider_id = any(${providers}::uuid[])
  group by 1, 2, 3, 4 having sum(uses) <> 0 or sum(amount) <> 0 order by 1, 2, 3, 4`;

/** What can be paid of their invoices by the ledger, and as the page that makes a payment run reads it. */
const payable = (providers: string[]) => owner`
  select i.cufe, count(u.id)::int as uses, coalesce(sum(u.amount), 0)::bigint as amount, min(u.at) as first, max(u.at) as last
  from invoice i
  left join settlement s on s.cufe = i.cufe and s.state = 'invoiced' and s.payment_id is null
  left join order_use u on u.id = s.use_id
  where i.provider_id = any(${providers}::uuid[]) group by i.cufe order by i.cufe`;
const shownPayable = (providers: string[]) => owner`
  select cufe, payable_uses as uses, payable_amount as amount, payable_from as first, payable_to as last
  from invoice where provider_id = any(${providers}::uuid[]) order by cufe`;

async function expectSame(providers: string[], what: string): Promise<void> {
  const [expected, added] = await Promise.all([ledger(providers), sums(providers)]);
  expect([...added], what).toEqual([...expected]);
  const [unpaid, shown] = await Promise.all([payable(providers), shownPayable(providers)]);
  expect([...shown], `can be paid: ${what}`).toEqual([...unpaid]);
}

async function tillWithCounter(): Promise<{ till: Till; counters: (string | null)[]; uses: string[] }> {
  const till = await makeTill();
  const [branch] = await owner<{ id: string }[]>`
    insert into branch (provider_id, name) values (${idOf(till)}, 'Centro') returning id`;
  const [counter] = await owner<{ id: string }[]>`
    insert into counter (branch_id, name) values (${branch?.id ?? null}, 'Punto 1') returning id`;
  return { till, counters: [null, counter?.id ?? null], uses: [] };
}

test("concurrent uses, reversals and settlements keep the sums equal to the ledger", async () => {
  const seed = Number(process.env.SEED ?? 20261128);
  const draw = seeded(seed);
  const shops = await Promise.all([tillWithCounter(), tillWithCounter()]);
  const providers = shops.map(({ till }) => idOf(till));
  const officer = await grantOf("officer", "settlement.manage");
  const some = <T>(of: readonly T[]): T | undefined => of[draw(of.length || 1)];

  const use = async (shop: (typeof shops)[number], counter: string | null) => {
    const form = confirmation(await compared(shop.till, await makeOrder()));
    const done = await registerOrderUse(grantToUse(shop.till), form, counter, client());
    if (done?.receipt) shop.uses.push(done.receipt);
  };
  const actions = [
    (shop: (typeof shops)[number]) => use(shop, some(shop.counters) ?? null),
    (shop: (typeof shops)[number]) => use(shop, some(shop.counters) ?? null),
    async ({ till, uses }: (typeof shops)[number]) => {
      const useId = some(uses);
      if (!useId) return;
      const form = { useId, key: randomUUID(), reason: "Era otra orden" };
      const [used] = await owner<{ counter: string | null }[]>`
        select counter_id as counter from order_use where id = ${useId}`;
      await undoOrderUse(grantToUse(till), form, used?.counter ?? null, client());
    },
    async ({ till, uses }: (typeof shops)[number]) => {
      const moved = [...new Set([some(uses), some(uses)])].filter((id) => id !== undefined);
      const to = some(["legalized", "legalized", "objected", "invoiced"] as const) ?? "legalized";
      const invoice = `FE-${draw(1_000_000)}`;
      const form = {
        providerId: idOf(till),
        uses: moved,
        to,
        invoice,
        cufe: randomBytes(48).toString("hex"),
      };
      await settle(officer, { ...form, reason: "No coincide con el papel" }, noEmail, client());
    },
    async ({ uses }: (typeof shops)[number]) => {
      const useId = some(uses);
      if (useId) await payUses(owner, [useId]);
    },
    async ({ uses }: (typeof shops)[number]) => {
      const [charged] = await owner<{ cufe: string }[]>`
        select cufe from settlement where use_id = ${some(uses) ?? null} and state = 'invoiced'`;
      if (!charged) return;
      const { id, maker } = await makeRun([charged.cufe]);
      const returned = { payment: id, reason: "Falta una factura" };
      if (draw(2) === 0) await returnPayment(authorize(maker, "settlement.manage"), returned, client());
    },
    async () => void (await call(jobsDatabase(), "merge_settlement_sums", { limit: 1 + draw(3) })),
    async () => void (await owner`select rebuild_settlement_sums()`),
    async () => void (await owner`select rebuild_payable()`),
  ];
  let refused = 0;
  for (let round = 0; round < 40; round++) {
    const together = Array.from({ length: 5 }, () => some(actions)?.(some(shops) ?? shops[0]));
    // Some are refused, as the states have it; what counts is that sums and ledger agree.
    refused += (await Promise.allSettled(together)).filter(({ status }) => status === "rejected").length;
    await expectSame(providers, `seed ${seed}, round ${round}`);
  }
  const final = await ledger(providers);
  expect(new Set(final.map(({ state }) => state)).size, "states that were reached").toBeGreaterThan(2);
  expect(refused).toBeLessThan(150);

  await mergeSums(jobsDatabase());
  await expectSame(providers, "merged");
  const [rows] = await owner`select count(*)::int as count, bool_and(merged) as merged from settlement_sum
    where provider_id = any(${providers}::uuid[])`;
  expect(rows).toEqual({ count: final.length, merged: true });
});

test("an invoice can be paid for what stands on it, not while a run holds it, and again when the run is returned", async () => {
  const { cufe, providerId, useIds } = await invoicedUses(2);
  const payableNow = async () => {
    await expectSame([providerId], "the invoice");
    const [invoice] = await owner<{ uses: number; amount: number }[]>`
      select payable_uses as uses, payable_amount::int as amount from invoice where cufe = ${cufe}`;
    return invoice;
  };
  expect(await payableNow()).toEqual({ uses: 2, amount: 960_000 });
  const { id, maker } = await makeRun([cufe]);
  expect(await payableNow()).toEqual({ uses: 0, amount: 0 });
  const grant = authorize(maker, "settlement.manage");
  await returnPayment(grant, { payment: id, reason: "Falta una factura" }, client());
  expect(await payableNow()).toEqual({ uses: 2, amount: 960_000 });
  const objected = { providerId, uses: useIds.slice(0, 1), to: "objected" as const, invoice: "", cufe: "" };
  await settle(grant, { ...objected, reason: "No coincide con el papel" }, noEmail, client());
  expect(await payableNow()).toEqual({ uses: 1, amount: 480_000 });
});

test("a use counts in the sums of its day in Bogotá, not in UTC", async () => {
  const { till, counters } = await tillWithCounter();
  const form = confirmation(await compared(till, await makeOrder()));
  await registerOrderUse(grantToUse(till), form, counters[1] ?? null, client());
  await withoutTrigger("order_use", async (transaction) => {
    await transaction`update order_use set at = '2001-05-02 04:59:59Z' where provider_id = ${idOf(till)}`;
  });
  await owner`select rebuild_settlement_sums()`;
  const [row] = await owner`select day::text, uses from settlement_sum where provider_id = ${idOf(till)}`;
  expect(row).toEqual({ day: "2001-05-01", uses: 1 });
});
