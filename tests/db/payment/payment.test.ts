import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { listOwnSettlement } from "@/db/queries/settlement";
import { approvePayment } from "@/domain/payment/approve";
import { makePayment, returnPayment, reversePayment } from "@/domain/payment/payments";
import { readPayment } from "@/domain/payment/read-payments";
import { authorize, type CajaActor } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { mailsTo } from "@/tests/support/factories/account";
import { owner } from "@/tests/support/look-up-orders";
import { logOf, makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun, noMail, settledState, shownInvoices } from "@/tests/support/paid-run";
import { settleShownUses, type TickedForm } from "@/tests/support/settle-shown-uses";
import { client } from "@/tests/support/use-order";

const reason = "Se pagó dos veces la misma factura";
const managing = (actor: CajaActor) => authorize(actor, "settlement.manage");
const approve = async (payment: string, actor?: CajaActor) =>
  approvePayment(
    authorize(actor ?? (await makeOfficial("treasurer")), "settlement.approve"),
    { payment },
    (run, part) => ({
      subject: `${run.reference} ${part.amount}`,
      text: part.invoices.map((i) => i.invoice).join(),
    }),
    client(),
  );
const settle = (actor: CajaActor, form: TickedForm) =>
  settleShownUses(managing(actor), form, noMail, client());

test("a run of two providers is made by one person and approved by another, and their owners get a letter", async () => {
  const [one, other] = [await invoicedUses(2), await invoicedUses(1)];
  const { personId } = one.till.actor;
  await owner`update membership set role = 'owner' where person_id = ${personId}`;
  const { id, maker } = await makeRun([one.cufe, other.cufe]);
  expect(await settledState(one.useIds[0] ?? "")).toBe("invoiced");
  const treasurer = await makeOfficial("treasurer");
  await approve(id, treasurer);
  for (const use of [...one.useIds, ...other.useIds]) expect(await settledState(use)).toBe("paid");
  const found = await readPayment(authorize(treasurer, "settlement.read"), id);
  expect(found?.run).toMatchObject({ state: "approved", providers: 2, uses: 3, amount: 3 * 480_000 });
  expect((await logOf(maker.personId)).map(({ action }) => action)).toEqual(["payment.made"]);
  expect((await logOf(treasurer.personId)).map(({ action }) => action).sort()).toEqual([
    "payment.approved",
    "use.paid",
    "use.paid",
    "use.paid",
  ]);
  const [person] = await owner<{ email: string }[]>`select email from person where id = ${personId}`;
  expect(await mailsTo(person?.email ?? "")).toMatchObject([{ subject: "NOV-2026-B 960000", text: "FE-1" }]);

  // The provider sees it in its statement.
  const own = authorize({ ...one.till.actor, role: "owner" }, "history.export");
  const rows = await listOwnSettlement(
    publicDatabase(),
    own,
    { from: "2020-01-01", to: "2099-12-31" },
    { limit: 9 },
  );
  expect(rows.map(({ state, payment, paidOn }) => ({ state, payment, paidOn }))).toEqual(
    [1, 2].map(() => ({ state: "paid", payment: found?.run.serial, paidOn: bogotaDay(new Date()) })),
  );
});

test("neither who made a run nor who legalised one of its uses approves it, and the database refuses it too", async () => {
  const boss = await makeOfficial("administrator");
  const { cufe, useIds } = await invoicedUses(1, boss);
  const { id, maker } = await makeRun([cufe], await makeOfficial("administrator"));
  await expect(approve(id, maker)).rejects.toMatchObject({ code: "payment_same_person" });
  await expect(approve(id, boss)).rejects.toMatchObject({ code: "payment_legalizer" });
  const outcomeFor = async (person: string) => {
    const [row] = await owner<
      { outcome: string }[]
    >`select approve_payment(${person}, ${id}, '[]', 'x') as outcome`;
    return row?.outcome;
  };
  expect(await outcomeFor(maker.personId)).toBe("same_person");
  expect(await outcomeFor(boss.personId)).toBe("legalizer");
  expect(await outcomeFor((await makeOfficial("officer")).personId)).toBe("not_allowed");
  await expect(
    owner`update payment set state = 'approved', decided_at = now(), decided_by = made_by where id = ${id}`,
  ).rejects.toThrow(/payment_second_person/);
  expect((await readPayment(authorize(boss, "settlement.read"), id))?.bar).toBe("legalizer");
  expect(await settledState(useIds[0] ?? "")).toBe("invoiced");
});

test("who works or worked for one of its providers neither makes nor approves a run", async () => {
  const { cufe, providerId } = await invoicedUses();
  const [maker, treasurer] = [await makeOfficial("officer"), await makeOfficial("treasurer")];
  for (const { personId } of [maker, treasurer])
    await owner`insert into membership (person_id, provider_id, role, removed_at)
      values (${personId}, ${providerId}, 'clerk', now())`;
  await expect(makeRun([cufe], maker)).rejects.toMatchObject({ code: "own_provider" });
  const { id } = await makeRun([cufe]);
  await expect(approve(id, treasurer)).rejects.toMatchObject({ code: "own_provider" });
});

test("fifty people approve the same run: it is paid once, and the others are told", async () => {
  const { cufe, useIds } = await invoicedUses(3);
  const { id } = await makeRun([cufe]);
  const people = await Promise.all(Array.from({ length: 50 }, () => makeOfficial("treasurer")));
  const results = await Promise.allSettled(people.map((person) => approve(id, person)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(["payment_decided"]));
  const paid =
    await owner`select from audit_event where action = 'use.paid' and subject_id = ${useIds[0] ?? ""}`;
  expect(paid).toHaveLength(1);
});

test("of concurrent runs of one invoice one is made, and a form that is sent again is the same run", async () => {
  const { cufe } = await invoicedUses();
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => makeRun([cufe])));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(["payment_changed"]));

  const again = await invoicedUses();
  const [maker, key] = [await makeOfficial("officer"), randomUUID()];
  const invoices = await shownInvoices([again.cufe]);
  const form = { key, scope: "marked" as const, invoices, payOn: bogotaDay(new Date()), reference: "NOV" };
  const ids = await Promise.all(
    Array.from({ length: 5 }, () => makePayment(managing(maker), form, client())),
  );
  expect(new Set(ids).size).toBe(1);
  const all = { ...form, scope: "all.9.9" as const };
  await expect(makePayment(managing(maker), all, client())).rejects.toMatchObject({
    code: "payment_changed",
  });
});

test("a run is refused when an invoice is not as it was shown", async () => {
  const { cufe, useIds, providerId, legalizer } = await invoicedUses(2);
  const invoices = await shownInvoices([cufe]);
  const objected = {
    providerId,
    uses: useIds.slice(1),
    to: "objected" as const,
    invoice: "",
    cufe: "",
    reason,
  };
  await settle(legalizer, objected);
  const maker = managing(await makeOfficial("officer"));
  const form = {
    key: randomUUID(),
    scope: "marked" as const,
    invoices,
    payOn: bogotaDay(new Date()),
    reference: "NOV",
  };
  await expect(makePayment(maker, form, client())).rejects.toMatchObject({ code: "payment_changed" });
  await expect(makePayment(maker, { ...form, scope: "all.0.0" }, client())).rejects.toMatchObject({
    code: "payment_changed",
  });
  const [row] = await owner`select from payment_use where cufe = ${cufe}`;
  expect(row).toBeUndefined();
});

test("what waits in a run is not moved; a returned run frees its invoices, and a decided one is final", async () => {
  const { cufe, useIds, providerId, legalizer } = await invoicedUses();
  const { id, maker } = await makeRun([cufe]);
  const objected = { providerId, uses: useIds, to: "objected" as const, invoice: "", cufe: "", reason };
  await expect(settle(legalizer, objected)).rejects.toMatchObject({ code: "in_payment" });
  expect(await shownInvoices([cufe])).toEqual([]);
  const stranger = managing(await makeOfficial("officer"));
  await expect(returnPayment(stranger, { payment: id, reason }, client())).rejects.toMatchObject({
    code: "not_allowed",
  });
  await returnPayment(managing(maker), { payment: id, reason }, client());
  await expect(approve(id)).rejects.toMatchObject({ code: "payment_decided" });
  expect((await logOf(maker.personId)).map(({ action }) => action)).toEqual([
    "payment.made",
    "payment.returned",
  ]);
  const next = await makeRun([cufe]);
  await returnPayment(managing(await makeOfficial("treasurer")), { payment: next.id, reason }, client());
  await settle(legalizer, objected);
  expect(await settledState(useIds[0] ?? "")).toBe("objected");
});

test("a mistake is reversed by an entry of its own with a reason and a second person, and paid again", async () => {
  const [wrong, right] = [await invoicedUses(), await invoicedUses()];
  const { id } = await makeRun([wrong.cufe, right.cufe]);
  const clerk = await makeOfficial("officer");
  const form = { key: randomUUID(), payment: id, invoices: [wrong.cufe], reason };
  await expect(reversePayment(managing(clerk), form, client())).rejects.toMatchObject({
    code: "payment_changed",
  });
  await approve(id);
  const reversal = await reversePayment(managing(clerk), form, client());
  expect(await reversePayment(managing(clerk), form, client())).toBe(reversal);
  await expect(
    reversePayment(managing(clerk), { ...form, key: randomUUID() }, client()),
  ).rejects.toMatchObject({ code: "reversal_waits" });
  await expect(approve(reversal, { ...clerk, role: "treasurer" })).rejects.toMatchObject({
    code: "not_allowed",
  });
  expect(await settledState(wrong.useIds[0] ?? "")).toBe("paid");
  const second = await makeOfficial("treasurer");
  await approve(reversal, second);
  expect((await logOf(clerk.personId)).map(({ action }) => action)).toEqual(["payment.reversal_asked"]);
  expect((await logOf(second.personId)).map(({ action }) => action).sort()).toEqual([
    "payment.reversed",
    "use.payment_reversed",
  ]);
  expect(await settledState(wrong.useIds[0] ?? "")).toBe("invoiced");
  expect(await settledState(right.useIds[0] ?? "")).toBe("paid");

  // The payment itself is not edited; it says what was taken back of it.
  const found = await readPayment(authorize(clerk, "settlement.read"), id);
  expect(found?.run).toMatchObject({ state: "approved", uses: 2, amount: 2 * 480_000 });
  expect(found?.reversals).toMatchObject([{ id: reversal, reason, amount: 480_000, state: "approved" }]);
  await expect(
    reversePayment(managing(clerk), { ...form, key: randomUUID() }, client()),
  ).rejects.toMatchObject({ code: "payment_changed" });
  await approve((await makeRun([wrong.cufe])).id);
  expect(await settledState(wrong.useIds[0] ?? "")).toBe("paid");
});

test("who asked for a reversal does not approve it", async () => {
  const { cufe } = await invoicedUses();
  const { id } = await makeRun([cufe]);
  await approve(id);
  const boss = await makeOfficial("administrator");
  const reversal = await reversePayment(
    managing(boss),
    { key: randomUUID(), payment: id, invoices: [cufe], reason },
    client(),
  );
  await expect(approve(reversal, boss)).rejects.toMatchObject({ code: "payment_same_person" });
});
