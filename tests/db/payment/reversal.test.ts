import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { approvePayment } from "@/domain/payment/approve";
import { returnPayment, reversePayment } from "@/domain/payment/payments";
import { authorize, type CajaActor } from "@/model/access";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf, logOf, makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun, noMail, settledState } from "@/tests/support/paid-run";
import { client } from "@/tests/support/use-order";

const reason = "Se pagó dos veces la misma factura";
const approve = async (payment: string, actor?: CajaActor) =>
  approvePayment(
    authorize(actor ?? (await makeOfficial("treasurer")), "settlement.approve"),
    { payment },
    noMail,
    client(),
  );
const reverse = async (payment: string, invoices: string[], actor?: CajaActor) =>
  reversePayment(
    authorize(actor ?? (await makeOfficial("officer")), "settlement.manage"),
    { key: randomUUID(), payment, invoices, reason },
    client(),
  );
const changed = { code: "payment_changed" };

/** A run of two invoices that was paid. */
async function paidRun() {
  const [one, other] = [await invoicedUses(2), await invoicedUses(1)];
  const { id } = await makeRun([one.cufe, other.cufe]);
  await approve(id);
  return { id, one, other };
}

test("a reversal that is returned leaves its uses paid by the run, and can be asked again", async () => {
  const { id, one, other } = await paidRun();
  const reversal = await reverse(id, [one.cufe]);
  // One of another invoice of the run does not wait for it.
  await reverse(id, [other.cufe]);
  const treasurer = await makeOfficial("treasurer");
  await returnPayment(authorize(treasurer, "settlement.manage"), { payment: reversal, reason }, client());
  expect((await logOf(treasurer.personId)).map(({ action, detail }) => [action, detail.reason])).toEqual([
    ["payment.returned", reason],
  ]);
  const rows = await owner`select state, payment_id from settlement where use_id in ${owner(one.useIds)}`;
  expect(rows).toEqual(one.useIds.map(() => ({ state: "paid", payment_id: id })));
  await expect(approve(reversal)).rejects.toMatchObject({ code: "payment_decided" });
  await approve(await reverse(id, [one.cufe]));
  expect(await settledState(one.useIds[0] ?? "")).toBe("invoiced");
});

test("the invoices of a run say how many of their uses were taken back, once that is approved", async () => {
  const { id, one, other } = await paidRun();
  const reversed = async () =>
    new Map(
      (await call(cajaDatabase(), "payment_invoices", { payment: id })).map((each) => [
        each.cufe,
        [each.uses, each.amount, each.reversed],
      ]),
    );
  const reversal = await reverse(id, [one.cufe]);
  expect((await reversed()).get(one.cufe)).toEqual([2, 960_000, 0]);
  await approve(reversal);
  expect((await reversed()).get(one.cufe)).toEqual([2, 960_000, 2]);
  expect((await reversed()).get(other.cufe)).toEqual([1, 480_000, 0]);
});

test("only invoices that a payment paid are taken back: none, another run's, or a reversal's are refused", async () => {
  const [{ id, one }, elsewhere] = [await paidRun(), await paidRun()];
  for (const invoices of [[], [elsewhere.one.cufe], [one.cufe, elsewhere.one.cufe]])
    await expect(reverse(id, invoices)).rejects.toMatchObject(changed);
  await expect(reverse(randomUUID(), [one.cufe])).rejects.toMatchObject(changed);
  const reversal = await reverse(id, [one.cufe]);
  await expect(reverse(reversal, [one.cufe])).rejects.toMatchObject(changed);
  await approve(reversal);
  await expect(reverse(reversal, [one.cufe])).rejects.toMatchObject(changed);
  await expect(reverse(id, [one.cufe])).rejects.toMatchObject(changed);
});

test("who works or worked for one of its providers neither asks for a reversal nor approves one", async () => {
  const { id, one } = await paidRun();
  const [clerk, treasurer] = [await makeOfficial("officer"), await makeOfficial("treasurer")];
  for (const { personId } of [clerk, treasurer])
    await owner`insert into membership (person_id, provider_id, role, removed_at)
      values (${personId}, ${one.providerId}, 'clerk', now())`;
  await expect(reverse(id, [one.cufe], clerk)).rejects.toMatchObject({ code: "own_provider" });
  const reversal = await reverse(id, [one.cufe]);
  await expect(approve(reversal, treasurer)).rejects.toMatchObject({ code: "own_provider" });
});

test("who legalised a use of a payment may approve its reversal, which pays nobody", async () => {
  const boss = await makeOfficial("administrator");
  const { cufe, useIds } = await invoicedUses(1, boss);
  const { id } = await makeRun([cufe]);
  await approve(id);
  await approve(await reverse(id, [cufe]), boss);
  expect(await settledState(useIds[0] ?? "")).toBe("invoiced");
});

test("a run is not approved when its uses are no longer in the state in which it was made", async () => {
  const { cufe, useIds } = await invoicedUses(2);
  const { id } = await makeRun([cufe]);
  // No function of the portal does this while the run waits; a repair by hand could.
  await owner`update settlement set payment_id = null where use_id = ${useIds[0] ?? null}`;
  await expect(approve(id)).rejects.toMatchObject(changed);
  expect(await settledState(useIds[1] ?? "")).toBe("invoiced");
});

test("a run that does not exist is neither approved, returned nor put into a file", async () => {
  const { actor } = await grantOf("treasurer", "settlement.approve");
  const nothing = randomUUID();
  const [row] = await owner`select approve_payment(${actor.personId}, ${nothing}, '[]', 'x') as approved,
    return_payment(${actor.personId}, ${nothing}, 'x', 'x') as returned,
    log_payment_export(${actor.personId}, ${nothing}, 'bank', 'csv', 'x') as exported,
    (make_payment_reversal(${actor.personId}, ${nothing}, ${nothing}, '{x}', 'x', 'x')).outcome as reversed`;
  expect(row).toEqual({
    approved: "not_found",
    returned: "not_found",
    exported: "not_found",
    reversed: "not_found",
  });
  expect(await logOf(actor.personId)).toEqual([]);
});
