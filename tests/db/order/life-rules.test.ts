import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  annulOrder,
  approveChange,
  blockOrder,
  extendOrder,
  replaceOrder,
} from "@/domain/order/change-order";
import { authorize, type CajaActor } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeOrder } from "@/tests/support/look-up-orders";
import { firstValue } from "@/tests/support/rolled-back";
import { type Counter, compared, makeCounter, registerUse, undoUse } from "@/tests/support/use-in-database";

const reason = "Motivo de la prueba";
const changing = (actor: CajaActor) => authorize(actor, "order.change");
const refused = (code: string) => ({ code });
const setUp = async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind({ partialUse: true })];
  return { ana, kind, order: await makeIssued(ana, kind) };
};
const annul = (actor: CajaActor, order: string) =>
  annulOrder(authorize(actor, "order.annul"), { order, cause: "other", reason }, browser());
const block = (actor: CajaActor, order: string, why = reason) =>
  blockOrder(changing(actor), { order, reason: why }, browser());
const holdsOf = (order: string) => owner`select reason, release_reason from order_hold
  where order_id = ${order} order by placed_at`;
const claim = async (counter: Counter, order: string) =>
  owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    values (${order}, ${counter.providerId}, ${counter.personId}, ${await compared(counter, order)}, '2099-01-01')`;
const claimed = async (order: string) =>
  (await owner`select from order_claim where order_id = ${order}`).length === 1;
const deliver = (order: string) => owner`update "order" set state = 'delivered' where id = ${order}`;

test("annulling ends the open reviews and claims of its order, and neither of another one nor one that had ended", async () => {
  const { ana, kind, order } = await setUp();
  const [other, counter] = [await makeIssued(ana, kind), await makeCounter()];
  await block(ana, order, "Primero");
  await owner`select release_hold(id, ${ana.personId}, 'Ya se vio', 'x') from order_hold where order_id = ${order}`;
  await block(ana, order, "Segundo");
  await block(ana, other, "Aparte");
  for (const each of [order, other]) await claim(counter, each);
  await annul(ana, order);
  expect([...(await holdsOf(order))]).toEqual([
    { reason: "Primero", release_reason: "Ya se vio" },
    { reason: "Segundo", release_reason: reason },
  ]);
  expect([...(await holdsOf(other))]).toEqual([{ reason: "Aparte", release_reason: null }]);
  expect([await claimed(order), await claimed(other)]).toEqual([false, true]);
});

test("an order is annulled from each state but a final one, and what the core annulled is annulled by a person for good", async () => {
  const { ana, kind, order } = await setUp();
  await deliver(order);
  await annul(ana, order);
  const lost = await makeIssued(ana, kind);
  await replaceOrder(changing(ana), { order: lost, reason }, browser());
  for (const id of [(await makeOrder({ state: "used" })).id, lost])
    await expect(annul(ana, id)).rejects.toMatchObject(refused("order_now"));
  const { id } = await makeOrder({ state: "annulled" });
  await annul(ana, id);
  expect(await firstValue<string>(owner`select voided_by from "order" where id = ${id}`)).toBe(ana.personId);
  await expect(annul(ana, id)).rejects.toMatchObject(refused("order_now"));
});

test("a review ends the claim of its order and no other claim", async () => {
  const { ana, kind, order } = await setUp();
  const [other, counter] = [await makeIssued(ana, kind), await makeCounter()];
  for (const each of [order, other]) await claim(counter, each);
  await block(ana, order);
  expect([await claimed(order), await claimed(other)]).toEqual([false, true]);
});

test("a delivered order is extended, which is asked for and noted where it takes two people", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const order = await makeIssued(ana, await makeKind(), { validUntil: bogotaDay(new Date()) });
  await deliver(order);
  const was = bogotaDay(new Date());
  const extend = (from: string, until: string) =>
    extendOrder(changing(ana), { order, was: from, until, reason }, browser());
  expect(await extend(was, addDays(was, 1))).toBe("done");
  await owner`update order_kind set approval_from = 100 where code = (select kind_code from "order" where id = ${order})`;
  expect(await extend(addDays(was, 1), addDays(was, 2))).toBe("asked");
  const change = await firstValue<string>(owner`select id from order_change where order_id = ${order}`);
  await approveChange(authorize(luis, "order.approve"), { order, change }, browser());
  expect([...(await owner`select state, decided_by from order_change where id = ${change}`)]).toEqual([
    { state: "approved", decided_by: luis.personId },
  ]);
  const actions = await owner`select deed, done_by, approved_by from order_deed
    where order_id = ${order} and deed = 'extend' order by done_at`;
  expect([...actions]).toEqual([
    { deed: "extend", done_by: ana.personId, approved_by: null },
    { deed: "extend", done_by: ana.personId, approved_by: luis.personId },
  ]);
});

test("a delivered order is replaced once nothing of it may come back, whatever waits of another one", async () => {
  const { ana, kind, order } = await setUp();
  const [other, counter] = [await makeIssued(ana, kind), await makeCounter()];
  const settle = (
    use: string | null,
    to: string,
  ) => owner`select settle_uses(${ana.personId}, ${counter.providerId},
    array[${use}]::uuid[], ${to}, null, null, ${reason}, '[]', 'x')`;
  const ask = (use: string | null) => owner`insert into undo_request (use_id, provider_id, asked_by, reason)
    values (${use}, ${counter.providerId}, ${counter.personId}, 'x')`;
  const use = async (of: string) => (await registerUse(counter, { order: of, amount: 1_000 })).useId;
  const replace = () => replaceOrder(changing(ana), { order, reason }, browser());
  // Of another order a request waits, and a use is objected to.
  await ask(await use(other));
  await settle(await use(other), "objected");
  const [objected, awaited, undone] = [await use(order), await use(order), await use(order)];
  await ask(awaited);
  await expect(replace()).rejects.toMatchObject(refused("order_undo_waits"));
  await owner`update undo_request set decided_at = now(), decided_by = ${ana.personId}, approved = false,
    decision_reason = 'x' where use_id = ${awaited}`;
  await settle(objected, "objected");
  await expect(replace()).rejects.toMatchObject(refused("order_use_objected"));
  await settle(objected, "legalized");
  // What was reversed comes back no second time.
  await settle(undone, "objected");
  await undoUse(counter, { use: undone });
  await ask(undone);
  await deliver(order);
  for (const each of [order, other]) await claim(counter, each);
  const next = await replace();
  expect(await rowOf(next ?? "")).toMatchObject({ state: "issued", value: 478_000 });
  expect([await claimed(order), await claimed(other)]).toEqual([false, true]);
  const events = await owner`select subject_id, action from audit_event
    where subject_id in ${owner([order, next ?? ""])} and action in ('order.replaced', 'order.issued')
      and detail ->> 'reason' = ${reason} or subject_id = ${next} and detail ->> 'replaces' = ${order}`;
  expect(events.map(({ action }) => action).sort()).toEqual(["order.issued", "order.replaced"]);
});

test("a replacement is made from the version that was read, for who may have any", async () => {
  const { ana, order } = await setUp();
  const replace = (version: string) =>
    firstValue<string>(owner`select replace_order(${order}, ${randomUUID()},
    ${ana.personId}, ${version}, 'x', 'x', 'x', 'x')`);
  expect(await replace("another")).toBe("state_changed");
  expect(await replace((await rowOf(order)).version)).toBe("done");
});
