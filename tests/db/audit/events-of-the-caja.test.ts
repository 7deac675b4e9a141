import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { approveChange, extendOrder, replaceOrder, sendChangeBack } from "@/domain/order/change-order";
import { discardDraft, saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput } from "@/domain/order/draft/schema";
import { askApproval, sendOrderBack } from "@/domain/order/issue-order";
import { changeStanding } from "@/domain/provider/standing";
import { authorize, type CajaActor } from "@/model/access";
import { addDays } from "@/model/calendar";
import { browser, makeProvider, owner, someEmail } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf, typedOrder } from "@/tests/support/factories/own-order";
import { importer, upload } from "@/tests/support/factories/upload";
import { loggedEvents } from "@/tests/support/logged-events";

const reason = "Motivo de la prueba";
const issuing = (actor: CajaActor) => authorize(actor, "order.issue");
const changing = (actor: CajaActor) => authorize(actor, "order.change");
const approving = (actor: CajaActor) => authorize(actor, "order.approve");
const shown = async (order: string) => ({ order, version: (await rowOf(order)).version });
const waitingOf = async (order: string) => {
  const [row] = await owner<
    { id: string }[]
  >`select id from order_change where order_id = ${order} and state = 'waiting'`;
  return row?.id ?? "";
};

test("every step of a draft is in the audit log with its actor", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const typed = typedOrder(await makeKind());
  const order = typed.order ?? "";
  await saveDraft(issuing(ana), DraftInput.parse(typed), browser());
  const changed = { ...typed, ...(await shown(order)), value: "1.000" };
  await saveDraft(issuing(ana), DraftInput.parse(changed), browser());
  await askApproval(issuing(ana), await shown(order), browser());
  await sendOrderBack(approving(luis), { ...(await shown(order)), reason }, browser());
  await discardDraft(issuing(ana), await shown(order), browser());
  expect(await loggedEvents(order)).toEqual([
    ["order.drafted", ana.personId, null],
    ["order.draft_changed", ana.personId, null],
    ["order.approval_asked", ana.personId, null],
    ["order.sent_back", luis.personId, null],
    ["order.discarded", ana.personId, null],
  ]);
});

test("a requested approval and its return or approval by a second person are in the audit log", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind();
  const order = await makeIssued(ana, kind, { value: "800.000" });
  await owner`update order_kind set approval_from = 800000, validity_days = 90 where code = ${kind}`;
  const { valid_until: was } = await rowOf(order);
  const ask = () => extendOrder(changing(ana), { order, was, until: addDays(was, 1), reason }, browser());
  expect(await ask()).toBe("asked");
  await sendChangeBack(approving(luis), { change: await waitingOf(order), reason }, browser());
  expect(await ask()).toBe("asked");
  await approveChange(approving(luis), { order, change: await waitingOf(order) }, browser());
  expect((await loggedEvents(order)).slice(2)).toEqual([
    ["order.change_asked", ana.personId, null],
    ["order.change_sent_back", luis.personId, null],
    ["order.change_asked", ana.personId, null],
    ["order.extended", luis.personId, null],
  ]);
});

test("a replacement is in the audit log of both orders", async () => {
  const ana = await makeCajaPerson("officer");
  const order = await makeIssued(ana, await makeKind());
  const replacement = await replaceOrder(changing(ana), { order, reason }, browser());
  expect((await loggedEvents(order)).at(-1)).toEqual(["order.replaced", ana.personId, null]);
  expect(await loggedEvents(replacement ?? "")).toEqual([["order.issued", ana.personId, null]]);
});

test("a provider's suspension and reactivation are in the audit log", async () => {
  const [administrator, provider] = [await makeCajaPerson("administrator"), await makeProvider()];
  for (const suspend of [true, false])
    await changeStanding(
      authorize(administrator, "provider.manage"),
      { provider, suspend, reason },
      () => ({ subject: "x", text: "x" }),
      browser(),
    );
  expect(await loggedEvents(provider)).toEqual([
    ["provider.suspended", administrator.personId, provider],
    ["provider.reactivated", administrator.personId, provider],
  ]);
});

test("an uploaded file, its cancellation and each download of its bad lines are in the audit log", async () => {
  const grant = await importer(owner);
  const run = await upload(grant, "NUMERO\n");
  const { personId } = grant.actor;
  await owner`select log_import_faults_read(${run}, ${personId}, 'x')`;
  expect(await owner`select stop_import(${run}, ${personId}, 'x') as outcome`).toEqual([{ outcome: "done" }]);
  expect(await loggedEvents(run)).toEqual([
    ["orders.file_uploaded", personId, null],
    ["orders.import_faults_downloaded", personId, null],
    ["orders.import_cancelled", personId, null],
  ]);
  const [left] = await owner`select count(*)::int as pieces from import_chunk where run_id = ${run}`;
  expect(left?.pieces).toBe(0);
});

test("a new caja account, a wrong password and a rate-limited sign-in are in the audit log", async () => {
  const email = someEmail();
  const [created] = await owner<
    { id: string }[]
  >`select create_caja_person(${randomUUID()}, ${email}, 'Ana', 'auditor', ${Buffer.from(randomUUID())}, 'x') as id`;
  const person = created?.id ?? "";
  await owner`select record_sign_in_miss(${person}, 'x', '[]')`;
  await owner`select note_throttled_sign_in(${email.toUpperCase()}, 'x', ${randomUUID()})`;
  expect(await loggedEvents(person)).toEqual([
    ["person.created", person, null],
    ["session.refused", person, null],
    ["session.throttled", null, null],
  ]);
});
