import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { approvePayment } from "@/domain/payment/approve";
import { returnPayment } from "@/domain/payment/payments";
import { authorize } from "@/model/access";
import { makeProvider } from "@/tests/support/factories/account";
import { owner } from "@/tests/support/look-up-orders";
import { logOf, makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun, noMail, shownInvoices } from "@/tests/support/paid-run";
import { firstValue } from "@/tests/support/rolled-back";
import { settleShownUses } from "@/tests/support/settle-shown-uses";
import { client, makeUses } from "@/tests/support/use-order";
import { whileOpen } from "@/tests/support/while-open";

/** Uses of one provider, each on an invoice of its own. */
async function twoInvoices() {
  const { till, useIds } = await makeUses(2);
  const grant = authorize(await makeOfficial("officer"), "settlement.manage");
  const cufes = useIds.map(() => randomBytes(48).toString("hex"));
  for (const [at, cufe] of cufes.entries()) {
    const form = { providerId: till.actor.provider.id, uses: useIds.slice(at, at + 1), cufe, reason: "" };
    await settleShownUses(grant, { ...form, invoice: `FE-${at}`, to: "legalized" }, noMail, client());
    await settleShownUses(
      grant,
      { ...form, invoice: `FE-${at}`, to: "invoiced", value: 480_000 },
      noMail,
      client(),
    );
  }
  return cufes;
}

test("two invoices of one provider are paid in one run, and its maker makes another one of the same kind", async () => {
  const [cufes, other] = [await twoInvoices(), await invoicedUses()];
  const maker = await makeOfficial("officer");
  // A provider that the run does not pay bars nobody.
  await owner`insert into membership (person_id, provider_id, role, removed_at)
    values (${maker.personId}, ${await makeProvider()}, 'clerk', now())`;
  expect(await shownInvoices(cufes)).toHaveLength(2);
  const first = await makeRun(cufes, maker);
  const lines = await call(cajaDatabase(), "payment_invoices", { payment: first.id });
  expect(lines.map(({ cufe, uses, amount, invoiceValue }) => [cufe, uses, amount, invoiceValue])).toEqual(
    cufes.map((cufe) => [cufe, 1, 480_000, 480_000]),
  );
  const second = await makeRun([other.cufe], maker);
  expect(second.id).not.toBe(first.id);
  const [event] = await logOf(maker.personId);
  expect(event?.detail.number).toMatch(/^PG-20\d\d-\d{6}$/);
});

test("a run that was approved is not returned", async () => {
  const { cufe } = await invoicedUses();
  const { id, maker } = await makeRun([cufe]);
  const treasurer = authorize(await makeOfficial("treasurer"), "settlement.approve");
  await approvePayment(treasurer, { payment: id }, noMail, client());
  await expect(
    returnPayment(authorize(maker, "settlement.manage"), { payment: id, reason: "Tarde" }, client()),
  ).rejects.toMatchObject({ code: "payment_decided" });
});

test("an invoice is not put in a run when one of its uses is objected to at the same moment", async () => {
  const { cufe, useIds, providerId } = await invoicedUses();
  const [officer, maker] = [await makeOfficial("officer"), await makeOfficial("officer")];
  const [shown] = await shownInvoices([cufe]);
  const outcome = await whileOpen(
    (sql) => sql`select settle_uses(${officer.personId}, ${providerId}, ${useIds}::uuid[], 'objected', '', '',
      'No coincide con el papel', '[]', 'x')`,
    (sql) =>
      firstValue(sql`select outcome from make_payment(${maker.personId}, gen_random_uuid(), current_date, 'NOV',
        array[${cufe}], array[${shown?.version ?? ""}], 'x')`),
  );
  expect(outcome).toBe("changed");
});
