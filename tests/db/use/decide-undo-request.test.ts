import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { UNDO_PAGE } from "@/db/queries/use-undo";
import { countWaitingUndos, decideUndo, readUndoRequests } from "@/domain/use/decide-undo";
import { readReceipt } from "@/domain/use/read-receipt";
import { receiptNumber } from "@/domain/use/receipt-number";
import { askForUndo, undoOrderUse } from "@/domain/use/undo-use";
import { authorize, type Grant } from "@/model/access";
import { mailsTo } from "@/tests/support/factories/account";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import {
  client,
  confirmation,
  eventsOf,
  grantToUse,
  makeComparedOrder,
  makeUses,
  register,
  verdictOf,
} from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

/** A use whose provider asks the caja to take it back. */
async function requestUndo() {
  const green = await makeComparedOrder();
  const useId = (await register(green.till, confirmation(green.lookupId))) ?? "";
  const [person] = await owner<{ email: string }[]>`
    update membership m set role = 'owner' from person p
    where p.id = m.person_id and m.person_id = ${green.till.actor.personId} returning p.email`;
  await askForUndo(
    grantToUse(green.till),
    { useId, key: randomUUID(), reason: "Era de otra persona" },
    client(),
  );
  const [request] = await owner<{ id: string }[]>`select id from undo_request where use_id = ${useId}`;
  return { ...green, useId, requestId: request?.id ?? "", email: person?.email ?? "" };
}

/** Every request that waits, page after page. */
async function waitingFor(grant: Grant<"use.undo">): Promise<string[]> {
  const { pages, requests, total } = await readUndoRequests(grant, 1);
  const ids = requests.map(({ id }) => id);
  for (let page = 2; page <= pages; page += 1)
    ids.push(...(await readUndoRequests(grant, page)).requests.map(({ id }) => id));
  // A test beside may ask for more meanwhile, or decide one: then it is read again.
  if ((await countWaitingUndos(grant)) !== total) return waitingFor(grant);
  expect(new Set(ids).size).toBeGreaterThanOrEqual(total);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

const message = (receipt: string) => ({ subject: receipt, text: "Se decidió" });
const decision = (requestId: string, approve: boolean) => ({
  requestId,
  approve,
  reason: "Revisado con el proveedor",
});

test("an approved undo request writes a reversal, an audit event and an e-mail to the owner", async () => {
  const { till, order, lookupId, useId, requestId, email } = await requestUndo();
  const grant = await grantOf("officer", "use.undo");
  expect(await waitingFor(grant)).toContain(requestId);
  await decideUndo(grant, decision(requestId, true), message, client());
  const receipt = await readReceipt(till, useId, null);
  expect(receipt).toMatchObject({ wayBack: "undone", undoReason: "Revisado con el proveedor" });
  expect(await verdictOf(till, lookupId)).toBe("authentic");
  expect(await owner`select kind from order_use where order_id = ${order.id} order by serial`).toEqual([
    { kind: "use" },
    { kind: "undo" },
  ]);
  expect(await eventsOf(order.id)).toEqual([
    "order.used",
    "order.undo_asked",
    "order.use_undone",
    "order.undo_approved",
  ]);
  const number = receipt ? receiptNumber(receipt.serial, receipt.at) : "";
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([number]);
  expect(await waitingFor(grant)).not.toContain(requestId);
});

test("undo requests are paginated, and a page beyond the last shows the last", async () => {
  const { till, useIds } = await makeUses(UNDO_PAGE + 1);
  for (const useId of useIds)
    await askForUndo(grantToUse(till), { useId, key: randomUUID(), reason: "Era de otra" }, client());
  const grant = await grantOf("officer", "use.undo");
  const requests = await owner<
    { id: string }[]
  >`select id from undo_request where use_id = any(${useIds}::uuid[])`;
  expect(await waitingFor(grant)).toEqual(expect.arrayContaining(requests.map(({ id }) => id)));
  expect(await countWaitingUndos(grant)).toBeGreaterThan(UNDO_PAGE);
  const { pages } = await readUndoRequests(grant, 1);
  expect((await readUndoRequests(grant, pages + 7)).page).toBe(pages);
});

test("a refused undo request keeps the use, shows the reason on the receipt, and can be filed again", async () => {
  const { till, lookupId, order, useId, requestId, email } = await requestUndo();
  await withoutTrigger("order_use", async (transaction) => {
    await transaction`update order_use set at = at - interval '20 minutes' where id = ${useId}`;
  });
  await decideUndo(await grantOf("administrator", "use.undo"), decision(requestId, false), message, client());
  expect(await readReceipt(till, useId, null)).toMatchObject({
    wayBack: "caja",
    refusalReason: "Revisado con el proveedor",
  });
  expect(await verdictOf(till, lookupId)).toBe("registered");
  expect((await eventsOf(order.id)).at(-1)).toBe("order.undo_refused");
  expect(await mailsTo(email)).toHaveLength(1);
});

test("of two concurrent decisions on an undo request one succeeds and the other is refused", async () => {
  const { order, requestId } = await requestUndo();
  const grants = [await grantOf("officer", "use.undo"), await grantOf("officer", "use.undo")];
  const results = await Promise.allSettled(
    grants.map((grant, at) => decideUndo(grant, decision(requestId, at === 0), message, client())),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "undo_decided" },
  });
  const entries = await owner`select from order_use where order_id = ${order.id}`;
  expect(entries.length).toBeLessThanOrEqual(2);
});

test("a use that its counter undid meanwhile is not reversed twice", async () => {
  const { till, order, useId, requestId } = await requestUndo();
  await undoOrderUse(grantToUse(till), { useId, key: randomUUID(), reason: "La anulé yo" }, null, client());
  await decideUndo(await grantOf("officer", "use.undo"), decision(requestId, true), message, client());
  expect(await owner`select from order_use where order_id = ${order.id} and kind = 'undo'`).toHaveLength(1);
});

test("nobody decides an undo request of a provider they work or worked for, nor does an auditor", async () => {
  const { till, requestId } = await requestUndo();
  const actor = await makeOfficial("officer");
  await owner`insert into membership (person_id, provider_id, role, removed_at)
    values (${actor.personId}, ${till.actor.provider.id}, 'viewer', now())`;
  const grant = authorize(actor, "use.undo");
  await expect(decideUndo(grant, decision(requestId, true), message, client())).rejects.toMatchObject({
    code: "own_provider",
  });
  await expect(grantOf("auditor", "use.undo")).rejects.toMatchObject({ code: "not_allowed" });
  const auditor = await makeOfficial("auditor");
  const [row] = await owner<{ outcome: string }[]>`
    select decide_undo(${requestId}, ${auditor.personId}, true, 'Sin permiso', '[]', 'x') as outcome`;
  expect(row?.outcome).toBe("not_allowed");
});

test("a use that is settled while its request waits is not reversed, and the request is refused instead", async () => {
  const { till, order, useId, requestId } = await requestUndo();
  const grant = await grantOf("officer", "use.undo");
  // The portal legalises no use while a request waits; a version of before, or a repair by hand, could have.
  await owner`insert into settlement (use_id, state, legalized_by, changed_at, changed_by)
    values (${useId}, 'legalized', ${grant.actor.personId}, now(), ${grant.actor.personId})`;
  await expect(decideUndo(grant, decision(requestId, true), message, client())).rejects.toMatchObject({
    code: "use_settled",
  });
  await decideUndo(grant, decision(requestId, false), message, client());
  expect(await readReceipt(till, useId, null)).toMatchObject({ wayBack: "settled", undoneAt: null });
  expect(await owner`select kind from order_use where order_id = ${order.id}`).toEqual([{ kind: "use" }]);
});
