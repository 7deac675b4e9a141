import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { findOrders, openOrder } from "@/domain/order/find-orders";
import { browser, owner } from "@/tests/support/factories/account";
import { makeOrder, makeTill, someDigits } from "@/tests/support/look-up-orders";
import { grantOf, logOf } from "@/tests/support/officials";

test("an order is found by its number, with or without leading zeros, and by the affiliate's ID", async () => {
  const grant = await grantOf("officer", "order.find");
  const order = await makeOrder();
  for (const number of [order.number, order.number.replace(/^0+/, ""), ` ${order.idNumber} `]) {
    const { orders, more } = await findOrders(grant, { number, kindCode: "" }, browser());
    expect(orders).toEqual([
      expect.objectContaining({ id: order.id, affiliateName: "María Pérez", affiliateId: order.idNumber }),
    ]);
    expect(more).toBe(false);
  }
});

test("an order of our own series is found without its leading zeros, within its kind and across all kinds", async () => {
  const grant = await grantOf("officer", "order.find");
  const serial = someDigits(6);
  const order = await makeOrder({ number: `H0${serial}` });
  for (const kindCode of ["", "AS"]) {
    const { orders } = await findOrders(grant, { number: `h ${serial}`, kindCode }, browser());
    expect(orders.map(({ id }) => id)).toEqual([order.id]);
  }
});

test("a search accepts the code of the order kind before the number, with the kind chosen or not", async () => {
  const grant = await grantOf("officer", "order.find");
  const order = await makeOrder();
  for (const number of [`AS ${order.number}`, `as-${order.number}`, `AS${order.number}`])
    for (const kindCode of ["", "AS"]) {
      const { orders } = await findOrders(grant, { number, kindCode }, browser());
      expect(
        orders.map(({ id }) => id),
        number,
      ).toEqual([order.id]);
    }
});

test("a search in another order kind finds nothing", async () => {
  const grant = await grantOf("auditor", "order.find");
  const order = await makeOrder();
  const { orders } = await findOrders(grant, { number: order.number, kindCode: "BE" }, browser());
  expect(orders).toEqual([]);
});

test("a search is in the audit log with its result count and without the typed text", async () => {
  const grant = await grantOf("officer", "order.find");
  const order = await makeOrder();
  await findOrders(grant, { number: order.idNumber, kindCode: "" }, browser());
  const log = await logOf(grant.actor.personId);
  expect(log).toEqual([{ action: "order.searched", detail: { found: 1, kind: null } }]);
  expect(JSON.stringify(log)).not.toContain(order.idNumber);
});

test("opening an order is in the audit log, and the page lists who looked the order up", async () => {
  const grant = await grantOf("auditor", "order.find");
  const [order, till] = await Promise.all([makeOrder({ state: "used" }), makeTill()]);
  await lookUpOrder(
    till,
    { idNumber: order.idNumber, kindCode: "AS", number: order.number },
    { ip: browser().ip },
  );
  const opened = await openOrder(grant, order.id, browser());
  expect(opened?.order).toMatchObject({ standing: "used", affiliateId: order.idNumber, value: 480000 });
  expect(opened?.lookups).toEqual([expect.objectContaining({ outcome: "used", provider: "Prueba S.A.S." })]);
  expect(await logOf(grant.actor.personId)).toEqual([
    { action: "order.viewed", detail: { kind: "AS", number: order.number } },
  ]);
});

test("an order bound to a provider has its own status for the caja, not the one other providers see", async () => {
  const grant = await grantOf("officer", "order.find");
  const order = await makeOrder({ providerNit: "800197268" });
  expect((await openOrder(grant, order.id, browser()))?.order.standing).toBe("current");
});

test("a disabled person finds and opens no orders", async () => {
  const grant = await grantOf("officer", "order.find");
  await owner`update person set disabled_at = now() where id = ${grant.actor.personId}`;
  const order = await makeOrder();
  expect((await findOrders(grant, { number: order.number, kindCode: "" }, browser())).orders).toEqual([]);
  expect(await openOrder(grant, order.id, browser())).toBeNull();
});

test("an unknown order is null and writes no audit event", async () => {
  const grant = await grantOf("officer", "order.find");
  expect(await openOrder(grant, randomUUID(), browser())).toBeNull();
  expect(await logOf(grant.actor.personId)).toEqual([]);
});
