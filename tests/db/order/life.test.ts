import { expect, test } from "vitest";
import {
  annulOrder,
  blockOrder,
  deliverOrder,
  extendOrder,
  replaceOrder,
  unblockOrder,
} from "@/domain/order/change-order";
import { openOrder } from "@/domain/order/find-orders";
import { authorize, type CajaActor } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import { orderStates } from "@/model/order-state";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { mayMove } from "@/tests/support/order-transitions";
import { makeCounter, registerUse } from "@/tests/support/use-in-database";
import { withoutTrigger } from "@/tests/support/without-trigger";

const changing = (actor: CajaActor) => authorize(actor, "order.change");
const annulling = (actor: CajaActor) => authorize(actor, "order.annul");
const reason = "Motivo de la prueba";
const annulment = (order: string) => ({ order, cause: "wrong_data", reason });
const eventOf = async (order: string) => {
  const [row] = await owner<{ action: string; detail: Record<string, unknown> }[]>`
    select action, detail from audit_event where subject_id = ${order} order by seq desc limit 1`;
  return row;
};
const setUp = async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind({ partialUse: true })];
  return { ana, kind, order: await makeIssued(ana, kind) };
};

test("domain/order/life.ts and order_may_move allow the same state transitions", async () => {
  for (const from of orderStates)
    for (const to of orderStates)
      for (const core of [true, false]) {
        const [row] = await owner<{ may: boolean }[]>`select order_may_move(${from}, ${to}, ${core}) as may`;
        expect(`${from} ${to} ${core} ${row?.may}`).toBe(`${from} ${to} ${core} ${mayMove(from, to, core)}`);
      }
});

test("an issued order is delivered once, with the person in the audit log", async () => {
  const { ana, order } = await setUp();
  await deliverOrder(changing(ana), { order }, browser());
  expect((await rowOf(order)).state).toBe("delivered");
  expect((await eventOf(order))?.action).toBe("order.delivered");
  await expect(deliverOrder(changing(ana), { order }, browser())).rejects.toMatchObject({
    code: "order_now",
  });
});

test("an annulled order stays annulled, with its reason in the audit log", async () => {
  const { ana, order } = await setUp();
  await annulOrder(annulling(ana), annulment(order), browser());
  expect(await eventOf(order)).toMatchObject({
    action: "order.annulled",
    detail: { cause: "wrong_data", reason, from: "issued" },
  });
  for (const action of [
    () => annulOrder(annulling(ana), annulment(order), browser()),
    () => blockOrder(changing(ana), { order, reason }, browser()),
    () => replaceOrder(changing(ana), { order, reason }, browser()),
  ])
    await expect(action()).rejects.toMatchObject({ code: "order_now" });
});

test("annulling a partly used order annuls its balance; a fully used one cannot be annulled", async () => {
  const { ana, kind, order } = await setUp();
  await registerUse(await makeCounter(), { order, amount: 1000 });
  await annulOrder(annulling(ana), annulment(order), browser());
  expect(await rowOf(order)).toMatchObject({ state: "annulled", value: 480_000, balance: 479_000 });
  expect(await eventOf(order)).toMatchObject({ action: "order.annulled", detail: { balance: 479_000 } });
  expect((await registerUse(await makeCounter(), { order })).outcome).toBe("annulled");
  const spent = await makeIssued(ana, kind);
  await registerUse(await makeCounter(), { order: spent });
  await expect(annulOrder(annulling(ana), annulment(spent), browser())).rejects.toMatchObject({
    code: "order_now",
  });
});

test("each review reason ends separately, and the order stays in review until the last one", async () => {
  const { ana, order } = await setUp();
  const luis = await makeCajaPerson("administrator");
  await blockOrder(changing(ana), { order, reason }, browser());
  await blockOrder(changing(luis), { order, reason: "Otro motivo distinto" }, browser());
  // The same press twice is one reason.
  await blockOrder(changing(luis), { order, reason: "Otro motivo distinto" }, browser());
  const holds = await owner<{ id: string; placed_by: string }[]>`
    select id, placed_by from order_hold where order_id = ${order} order by placed_at`;
  expect(holds.map(({ placed_by }) => placed_by)).toEqual([ana.personId, luis.personId]);
  const [first, second] = holds.map(({ id }) => id);
  await expect(unblockOrder(changing(ana), { order, reason }, browser())).rejects.toMatchObject({
    code: "holds_more",
  });
  await unblockOrder(changing(ana), { order, reason, ...(first ? { hold: first } : {}) }, browser());
  expect((await rowOf(order)).state).toBe("blocked");
  expect((await eventOf(order))?.action).toBe("order.hold_released");
  await expect(
    unblockOrder(changing(ana), { order, reason, ...(first ? { hold: first } : {}) }, browser()),
  ).rejects.toMatchObject({ code: "order_now" });
  await unblockOrder(changing(ana), { order, reason, ...(second ? { hold: second } : {}) }, browser());
  expect((await rowOf(order)).state).toBe("issued");
  expect((await eventOf(order))?.action).toBe("order.unblocked");

  // A reason that ended may come back, and the same one of another person is another one.
  await blockOrder(changing(ana), { order, reason }, browser());
  await blockOrder(changing(luis), { order, reason }, browser());
  expect(await owner`select from order_hold where order_id = ${order} and released_at is null`).toHaveLength(
    2,
  );
});

test("the database refuses a review without a reason, and a reason without a review", async () => {
  const { ana, order } = await setUp();
  await expect(
    owner`update "order" set state = 'blocked', state_before = 'issued' where id = ${order}`,
  ).rejects.toThrow(/in review without a reason/);
  await expect(
    owner`insert into order_hold (order_id, placed_by, reason) values (${order}, ${ana.personId}, 'x')`,
  ).rejects.toThrow(/in review without a reason/);
});

test("an order in review cannot be claimed and returns to its previous state afterwards", async () => {
  const { ana, order } = await setUp();
  await deliverOrder(changing(ana), { order }, browser());
  await blockOrder(changing(ana), { order, reason }, browser());
  expect((await registerUse(await makeCounter(), { order })).outcome).toBe("blocked");
  await unblockOrder(changing(ana), { order, reason }, browser());
  expect((await rowOf(order)).state).toBe("delivered");
  expect((await registerUse(await makeCounter(), { order })).outcome).toBe("done");
});

test("an extension moves the last day later only, and a form sent twice counts once", async () => {
  const { ana, kind } = await setUp();
  const order = await makeIssued(ana, kind, { validUntil: bogotaDay(new Date()) });
  const { valid_until: was } = await rowOf(order);
  const until = addDays(was, 10);
  for (const days of [-1, 0])
    await expect(
      extendOrder(changing(ana), { order, was, until: addDays(was, days), reason }, browser()),
    ).rejects.toMatchObject({ code: "dates_outside_rule" });
  const both = [until, addDays(was, 20)].map((day) =>
    extendOrder(changing(ana), { order, was, until: day, reason }, browser()),
  );
  const results = await Promise.allSettled(both);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an expired order can be delivered or replaced only after an extension", async () => {
  const { ana, order } = await setUp();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set issued_on = issued_on - 60, valid_until = issued_on - 10 where id = ${order}`;
  });
  await expect(replaceOrder(changing(ana), { order, reason }, browser())).rejects.toMatchObject({
    code: "order_expired",
  });
  await expect(deliverOrder(changing(ana), { order }, browser())).rejects.toMatchObject({
    code: "order_expired",
  });
  expect((await registerUse(await makeCounter(), { order })).outcome).toBe("expired");
  const { valid_until: was } = await rowOf(order);
  const extend = (until: string) => extendOrder(changing(ana), { order, was, until, reason }, browser());
  // The last day was ten days ago: a later one that is past too gives nothing.
  await expect(extend(addDays(was, 9))).rejects.toMatchObject({ code: "dates_outside_rule" });
  expect(await extend(addDays(was, 10))).toBe("done");
  expect((await registerUse(await makeCounter(), { order })).outcome).toBe("done");
});

test("a replacement gets a new number, the same data and the balance; the old order refers to it", async () => {
  const { ana, order } = await setUp();
  await registerUse(await makeCounter(), { order, amount: 80_000 });
  const next = (await replaceOrder(changing(ana), { order, reason }, browser())) ?? "";
  expect(await rowOf(order)).toMatchObject({ state: "replaced", replaced_by: next, balance: 400_000 });
  expect(await rowOf(next)).toMatchObject({
    state: "issued",
    number: "H0000002",
    value: 400_000,
    balance: 400_000,
  });
  const [old, fresh] = await Promise.all([
    openOrder(authorize(ana, "order.find"), order, browser()),
    openOrder(authorize(ana, "order.find"), next, browser()),
  ]);
  expect(fresh?.order).toMatchObject({
    affiliateId: old?.order.affiliateId,
    affiliateName: old?.order.affiliateName,
    validUntil: old?.order.validUntil,
    replaces: order,
  });
  expect((await registerUse(await makeCounter(), { order })).outcome).toBe("replaced");
});

test("ten concurrent replacements of one order create one new order", async () => {
  const { ana, kind, order } = await setUp();
  await Promise.allSettled(
    Array.from({ length: 10 }, () => replaceOrder(changing(ana), { order, reason }, browser())),
  );
  const [row] = await owner`select count(*)::int as created from "order" where kind_code = ${kind}`;
  expect(row?.created).toBe(2);
});

test("a disabled person changes no order", async () => {
  const { ana, order } = await setUp();
  await owner`update person set disabled_at = now() where id = ${ana.personId}`;
  for (const action of [
    () => deliverOrder(changing(ana), { order }, browser()),
    () => annulOrder(annulling(ana), annulment(order), browser()),
    () => blockOrder(changing(ana), { order, reason }, browser()),
    () => unblockOrder(changing(ana), { order, reason }, browser()),
    () => replaceOrder(changing(ana), { order, reason }, browser()),
    () => extendOrder(changing(ana), { order, was: "2026-01-01", until: "2026-01-02", reason }, browser()),
  ])
    await expect(action()).rejects.toMatchObject({ code: "not_allowed" });
  expect((await rowOf(order)).state).toBe("issued");
});

test("the database refuses to delete an order, to reverse its state and to change printed data", async () => {
  const { order } = await setUp();
  await expect(owner`delete from "order" where id = ${order}`).rejects.toThrow(/nothing is deleted/);
  await expect(
    owner`update "order" set state = 'draft', number = null, number_key = null where id = ${order}`,
  ).rejects.toThrow(/from issued to draft/);
  await expect(owner`update "order" set value = 1, balance = 1 where id = ${order}`).rejects.toThrow(
    /what was printed/,
  );
  await expect(owner`update "order" set balance = 1 where id = ${order}`).rejects.toThrow(/ledger differ/);
  await expect(
    owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      select gen_random_uuid(), kind_code, 'X1', 'X1', affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
        affiliate_name_sealed, value, value - 1, concept, issued_on, valid_until, office, 'issued'
      from "order" where id = ${order}`,
  ).rejects.toThrow(/ledger differ/);
});
