import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { expect, test } from "vitest";
import { authorize, type CajaActor } from "@/model/access";
import { lockedRows } from "@/tests/support/locked-rows";
import { makeOrder, owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun, noMail, shownInvoices } from "@/tests/support/paid-run";
import { firstValue } from "@/tests/support/rolled-back";
import { settleShownUses } from "@/tests/support/settle-shown-uses";
import { client, compared, confirmation, register } from "@/tests/support/use-order";
import { whileOpen } from "@/tests/support/while-open";

type Sql = Parameters<Parameters<typeof whileOpen>[0]>[0];

/** A run that waits with two uses of an invoice, and a third use that was put on the invoice later. */
async function heldInvoice() {
  const { till, cufe, providerId, legalizer } = await invoicedUses(2);
  const run = await makeRun([cufe]);
  const third = await register(till, confirmation(await compared(till, await makeOrder())));
  const form = { providerId, uses: [third ?? ""], invoice: "FE-1", cufe, reason: "" };
  const grant = authorize(legalizer, "settlement.manage");
  await settleShownUses(grant, { ...form, to: "legalized" }, noMail, client());
  await settleShownUses(grant, { ...form, to: "invoiced", value: 3 * 480_000 }, noMail, client());
  return { cufe, run };
}

const giveBack = (sql: Sql, run: { id: string; maker: CajaActor }) =>
  sql`select return_payment(${run.maker.personId}, ${run.id}, 'Falta una factura', 'x')`;
const make = (sql: Sql, maker: CajaActor, shown: { cufe: string; version: string }[]) =>
  firstValue<string>(sql`select outcome from make_payment(${maker.personId}, ${randomUUID()}, bogota_today(), 'NOV',
    ${shown.map(({ cufe }) => cufe)}::text[], ${shown.map(({ version }) => version)}::text[], 'x')`);

test("a run is not made of an invoice as it was shown while another run gives its uses back", async () => {
  const { cufe, run } = await heldInvoice();
  const [maker, shown] = [await makeOfficial("officer"), await shownInvoices([cufe])];
  expect(shown).toEqual([{ cufe, version: "1.480000" }]);
  const outcome = await whileOpen(
    (sql) => giveBack(sql, run),
    (sql) => make(sql, maker, shown),
  );
  expect(outcome).toBe("changed");
});

test("what a run says that it pays is the sum of its uses, also when more can be paid while it is being made", async () => {
  const { cufe, run } = await heldInvoice();
  const [maker, shown] = [await makeOfficial("officer"), await shownInvoices([cufe])];
  await whileOpen(
    async (sql) => {
      await giveBack(sql, run);
      // Whoever writes a row that names this person waits: the run is caught between its sum and its uses.
      await sql`select from person where id = ${maker.personId} for update`;
    },
    (sql) => make(sql, maker, shown),
  );
  const different = await owner`
    select p.serial from payment p left join payment_use x on x.payment_id = p.id
    where p.made_by = ${maker.personId}
    group by p.id having p.uses <> count(x) or p.amount <> coalesce(sum(x.amount), 0)`;
  expect(different).toEqual([]);
});

test("who returns a run holds every provider that it would have paid", async () => {
  const paid = [await invoicedUses(), await invoicedUses()];
  const run = await makeRun(paid.map(({ cufe }) => cufe));
  const providers = paid.map(({ providerId }) => providerId);
  expect(await lockedRows((sql) => giveBack(sql, run), "provider", providers)).toEqual(providers);
});

test("the database refuses a run that is not the sum of its uses", async () => {
  const { cufe, useIds } = await invoicedUses(2);
  const { id } = await makeRun([cufe]);
  const wrong = /is not the sum of its uses/;
  const copied = (sql: postgres.Sql, uses: number, amount: number) => sql<{ id: string }[]>`
    insert into payment (kind, pay_on, reference, providers, uses, amount, state, made_at, made_by, key)
    select kind, pay_on, reference, providers, ${uses}, ${amount}, state, made_at, made_by, gen_random_uuid()
    from payment where id = ${id} returning id`;
  await expect(copied(owner, 2, 960_000)).rejects.toThrow(wrong);
  const one = async (uses: number, amount: number) =>
    owner.begin(async (transaction) => {
      const [copy] = await copied(transaction as unknown as postgres.Sql, uses, amount);
      await transaction`insert into payment_use (payment_id, use_id, provider_id, invoice, cufe, amount)
        select ${copy?.id ?? ""}, use_id, provider_id, invoice, cufe, amount from payment_use
        where payment_id = ${id} and use_id = ${useIds[0] ?? ""}`;
    });
  await expect(one(1, 480_001)).rejects.toThrow(wrong);
  await expect(one(2, 480_000)).rejects.toThrow(wrong);
  await one(1, 480_000);
  await expect(owner`update payment set amount = amount + 1 where id = ${id}`).rejects.toThrow(wrong);
  await expect(owner`update payment_use set amount = 1 where payment_id = ${id}`).rejects.toThrow(wrong);
  await expect(
    owner`delete from payment_use where payment_id = ${id} and use_id = ${useIds[0] ?? ""}`,
  ).rejects.toThrow(wrong);
});
