import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { owner } from "@/tests/support/look-up-orders";
import { invoicedUses } from "@/tests/support/paid-run";
import { payUses } from "@/tests/support/pay-uses";

/** Names that stand before those of all other tests. */
const called = (providerId: string, name: string) =>
  owner`update provider set legal_name = ${`!${name} ${randomUUID()}`} where id = ${providerId}`;

test("the first invoices that can be paid are by provider, and one that was paid takes no place among them", async () => {
  const [paid, second, first] = [await invoicedUses(), await invoicedUses(2), await invoicedUses()];
  await called(paid.providerId, "0");
  await called(first.providerId, "1");
  await called(second.providerId, "2");
  expect(await payUses(owner, paid.useIds)).toBe("done");
  const firstOnes = async (limit: number) =>
    (await call(cajaDatabase(), "payable_invoices", { cufes: null, limit })).map(
      ({ cufe, uses, amount, version }) => [cufe, uses, amount, version],
    );
  expect(await firstOnes(1)).toEqual([[first.cufe, 1, 480_000, "1.480000"]]);
  expect(await firstOnes(2)).toEqual([
    [first.cufe, 1, 480_000, "1.480000"],
    [second.cufe, 2, 960_000, "2.960000"],
  ]);
});

test("what can be paid of an invoice is counted anew after a repair by hand, whether it said too much or too little", async () => {
  const [paid, open] = [await invoicedUses(), await invoicedUses(2)];
  expect(await payUses(owner, paid.useIds)).toBe("done");
  // In one transaction, so that no other test reads what is wrong.
  await owner.begin(async (sql) => {
    await sql`update invoice set payable_uses = 1, payable_amount = 480000 where cufe = ${paid.cufe}`;
    await sql`update invoice set payable_uses = 0, payable_amount = 0 where cufe = ${open.cufe}`;
    await sql`select rebuild_payable()`;
  });
  const rows = await owner`select cufe, payable_uses as uses, payable_amount::int as amount from invoice
    where cufe in ${owner([paid.cufe, open.cufe])}`;
  expect(new Map(rows.map(({ cufe, uses, amount }) => [cufe, [uses, amount]]))).toEqual(
    new Map([
      [paid.cufe, [0, 0]],
      [open.cufe, [2, 960_000]],
    ]),
  );
});

test("the total of what can be paid counts an invoice of one use and not one that was paid", async () => {
  const [paid] = [await invoicedUses(), await invoicedUses()];
  expect(await payUses(owner, paid.useIds)).toBe("done");
  // One statement, so that both see the same invoices of other tests.
  const [total] = await owner`select invoices, uses, amount::text, by_hand.* from payable_total(), (
    select count(*)::int as all_invoices, sum(payable_uses)::int as all_uses, sum(payable_amount)::text as all_amount
    from invoice where payable_uses >= 1) by_hand`;
  expect([total?.invoices, total?.uses, total?.amount]).toEqual([
    total?.all_invoices,
    total?.all_uses,
    total?.all_amount,
  ]);
  expect(total?.invoices).toBeGreaterThan(0);
});
