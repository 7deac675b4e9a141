import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { makePayment } from "@/domain/payment/payments";
import { submissionKey } from "@/lib/crypto/submission-key";
import { authorize, type CajaActor } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { invoicedUses, shownInvoices } from "@/tests/support/paid-run";
import { client } from "@/tests/support/use-order";

const managing = (actor: CajaActor) => authorize(actor, "settlement.manage");

test("a form that was sent, opened again and changed is never answered with what it made before", async () => {
  const [one, other] = [await invoicedUses(), await invoicedUses()];
  const [maker, key] = [managing(await makeOfficial("officer")), randomUUID()];
  const shown = { key, scope: "marked" as const, payOn: bogotaDay(new Date()), reference: "NOV" };
  const first = await makePayment(maker, { ...shown, invoices: await shownInvoices([one.cufe]) }, client());
  const second = await makePayment(
    maker,
    { ...shown, invoices: await shownInvoices([other.cufe]) },
    client(),
  );
  expect(second).not.toBe(first);
  const paid = await owner`select distinct cufe from payment_use where payment_id = ${second}`;
  expect(paid.map(({ cufe }) => cufe)).toEqual([other.cufe]);
});

test("the form of everything that could be paid answers the run that it made, though nothing is left to pay", async () => {
  const { cufe } = await invoicedUses();
  const maker = await makeOfficial("officer");
  const [scope, payOn, reference] = ["all.1.480000" as const, bogotaDay(new Date()), "NOV-TODAS"];
  const key = randomUUID();
  const [invoice] = await shownInvoices([cufe]);
  // As its first press did, whatever else can be paid while this test runs.
  const { runId } = await call(cajaDatabase(), "make_payment", {
    actor: maker.personId,
    key: submissionKey(key, [scope, [], payOn, reference]),
    payOn,
    reference,
    cufes: [cufe],
    versions: [invoice?.version ?? ""],
    ip: client().ip,
  });
  expect(runId).not.toBeNull();
  expect(await makePayment(managing(maker), { key, scope, invoices: [], payOn, reference }, client())).toBe(
    runId,
  );
});
