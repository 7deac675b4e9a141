import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { findPrintable, findPrinting, printOrders as printRows } from "@/db/queries/print";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { affiliateNamePlace } from "@/domain/order/sealed-fields";
import { readCheckCode } from "@/domain/order-code/check-code";
import { readCode } from "@/domain/order-code/code";
import { verifyOrderCode } from "@/domain/order-code/signature";
import { countToPrint, printOrder, printOrders, printTicked } from "@/domain/print/print";
import { TickedOrders } from "@/domain/print/schema";
import { seal } from "@/lib/crypto/seal";
import { env } from "@/lib/env";
import { publicAddress } from "@/lib/mail/address";
import { authorize } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { makeOrder } from "@/tests/support/look-up-orders";
import { grantOf, logOf, makeOfficial } from "@/tests/support/officials";

let grant: Awaited<ReturnType<typeof grantOf<"order.print">>>;
beforeEach(async () => {
  grant = await grantOf("officer", "order.print");
});

const print = (id: string) => printOrder(grant, id, browser());

async function publicKeys() {
  const rows = await owner<{ id: number; public_key: Buffer }[]>`select id, public_key from order_key`;
  return rows.map(({ id, public_key }) => ({ id, publicKey: public_key }));
}

test("the printed sheet has the order's data, a valid signed code and a whole check code", async () => {
  const order = await makeOrder();
  const paper = await print(order.id);
  expect(paper).toMatchObject({
    number: order.number,
    affiliateName: "María Pérez",
    affiliateId: order.idNumber,
    value: 480_000,
    provider: null,
  });
  expect(readCheckCode(paper.checkCode)).toEqual({ code: paper.checkCode });
  const read = readCode(paper.codeUrl, publicAddress("/"));
  if (read.found !== "code") throw new Error("no code");
  expect(verifyOrderCode(read.bytes, await publicKeys())).toMatchObject({
    outcome: "authentic",
    code: { value: 480_000, issuedOn: paper.issuedOn, validUntil: paper.validUntil },
  });
});

test("a reprint has the same codes, is counted, and is in the audit log", async () => {
  const order = await makeOrder();
  expect(await findPrinting(cajaDatabase(), order.id)).toMatchObject({
    prints: 0,
    printedAt: null,
    waits: true,
  });
  const first = await print(order.id);
  expect(await print(order.id)).toEqual(first);
  expect(await findPrinting(cajaDatabase(), order.id)).toMatchObject({ prints: 2 });
  const log = await logOf(grant.actor.personId);
  expect(log.map(({ action, detail }) => [action, detail.prints])).toEqual([
    ["order.printed", 1],
    ["order.reprinted", 2],
  ]);
  expect(JSON.stringify(log)).not.toContain(order.idNumber);
});

test("ten concurrent first prints of an order have the same code", async () => {
  const order = await makeOrder();
  const papers = await Promise.all(Array.from({ length: 10 }, () => print(order.id)));
  expect(new Set(papers.map(({ codeUrl, checkCode }) => `${codeUrl} ${checkCode}`)).size).toBe(1);
  expect(await findPrinting(cajaDatabase(), order.id)).toMatchObject({ prints: 10 });
  const first = (await logOf(grant.actor.personId)).filter(({ action }) => action === "order.printed");
  expect(first).toHaveLength(1);
});

test.each([
  ["delivered", "order_delivered"],
  ["annulled", "order_not_issued"],
  ["used", "order_not_issued"],
])("an order that is %s cannot be printed", async (state, code) => {
  const order = await makeOrder({ state });
  await expect(print(order.id)).rejects.toMatchObject({ code });
  expect(await findPrinting(cajaDatabase(), order.id)).toMatchObject({ prints: 0, waits: false });
  expect(await logOf(grant.actor.personId)).toEqual([]);
});

test("an expired and an unknown order cannot be printed", async () => {
  const order = await makeOrder({ endsIn: -1 });
  await expect(print(order.id)).rejects.toMatchObject({ code: "order_expired" });
  await expect(print(randomUUID())).rejects.toMatchObject({ code: "order_missing" });
});

test("an extended order gets a new code with its new last day", async () => {
  const order = await makeOrder();
  const first = await print(order.id);
  await owner`update "order" set valid_until = valid_until + 30 where id = ${order.id}`;
  const second = await print(order.id);
  expect(second.codeUrl).not.toBe(first.codeUrl);
  const read = readCode(second.codeUrl, publicAddress("/"));
  if (read.found !== "code") throw new Error("no code");
  expect(verifyOrderCode(read.bytes, await publicKeys())).toMatchObject({
    code: { validUntil: second.validUntil },
  });
  expect(await print(order.id)).toEqual(second);
});

test("an order whose person's ID was corrected meanwhile is not printed with the ID that was read before", async () => {
  const order = await makeOrder();
  const read = await findPrintable(cajaDatabase(), order.id);
  if (!read) throw new Error("no order");
  const requested = [{ order: read, signed: null, stale: null }];
  for (const correction of [
    owner`affiliate_id_index = ${affiliateIdIndex("1042555381")}`,
    owner`affiliate_id_kind = 'TI'`,
  ]) {
    await owner`update "order" set ${correction} where id = ${order.id}`;
    expect(await printRows(cajaDatabase(), grant, requested, "")).toMatchObject([{ outcome: "changed" }]);
    await owner`update "order" set affiliate_id_index = ${read.affiliateIdIndex}, affiliate_id_kind = 'CC'
      where id = ${order.id}`;
  }
});

/** Papers of anybody and any day, those that came in a file too. */
const anyPaper = { kindCode: "", office: "", also: "", from: "file", whose: "", day: "" } as const;

/** Orders of an office of their own, issued here by these persons. */
async function makeOwn(...drafters: string[]) {
  const office = `Sede ${randomUUID()}`;
  const created = await Promise.all(
    drafters.map(async (drafter) => {
      const order = await makeOrder();
      await owner`update "order" set office = ${office}, drafted_by = ${drafter} where id = ${order.id}`;
      return order;
    }),
  );
  return { office, orders: created };
}

test("papers that came in a file are printed in a batch only when asked for", async () => {
  const { office, orders } = await makeOwn(grant.actor.personId);
  const [mine, fromFile] = [orders[0], await makeOrder()];
  await owner`update "order" set office = ${office} where id = ${fromFile.id}`;
  const numbers = async (from: "" | "file") =>
    (await printOrders(grant, { ...anyPaper, office, also: "printed", from }, browser())).orders
      .map(({ number }) => number)
      .sort();
  expect(await numbers("")).toEqual([mine?.number]);
  expect(await numbers("file")).toEqual([mine?.number, fromFile.number].sort());
});

test("one's own orders of today are printed together, and nobody else's and none of an earlier day", async () => {
  const other = await makeOfficial("officer");
  const me = grant.actor.personId;
  const { office, orders } = await makeOwn(me, me, me, other.personId);
  await owner`update "order" set state_changed_at = now() - interval '25 hours' where id = ${orders[1]?.id ?? ""}`;
  const filter = { ...anyPaper, office, from: "", whose: "mine", day: "today" } as const;
  expect(await countToPrint(grant, filter)).toBe(2);
  const { orders: papers } = await printOrders(grant, filter, browser());
  expect(papers.map(({ number }) => number).sort()).toEqual([orders[0]?.number, orders[2]?.number].sort());
  expect(await countToPrint(grant, filter)).toBe(0);
});

test("ticked orders are printed to one file, and those that may not go to paper are listed with their reason", async () => {
  const good = [await makeOrder(), await makeOrder()];
  const [delivered, used] = [await makeOrder({ state: "delivered" }), await makeOrder({ state: "used" })];
  const expired = await makeOrder({ endsIn: -1 });
  const ids = [...good, delivered, used, expired].map(({ id }) => id);
  const { orders, leftOut } = await printTicked(grant, ids, browser());
  expect(orders.map(({ number }) => number).sort()).toEqual(good.map(({ number }) => number).sort());
  expect(leftOut.map(({ number, why }) => `${number} ${why}`).sort()).toEqual(
    [
      `AS ${delivered.number} delivered`,
      `AS ${used.number} not_issued`,
      `AS ${expired.number} expired`,
    ].sort(),
  );
  expect(await logOf(grant.actor.personId)).toHaveLength(2);
  await expect(printTicked(grant, [delivered.id], browser())).rejects.toMatchObject({
    code: "order_delivered",
  });
  await expect(printTicked(grant, [randomUUID()], browser())).rejects.toMatchObject({
    code: "order_missing",
  });
});

test("a page of the list ticks between one order and a hundred, each once", () => {
  const ids = Array.from({ length: 101 }, () => randomUUID());
  expect(TickedOrders.safeParse([]).success).toBe(false);
  expect(TickedOrders.safeParse(["1"]).success).toBe(false);
  expect(TickedOrders.safeParse(ids).success).toBe(false);
  expect(TickedOrders.parse([...ids.slice(1), ids[1]])).toHaveLength(100);
});

test("a batch is printed to one file by kind and office, and printed orders are skipped the next time", async () => {
  const office = `Sede ${randomUUID()}`;
  const orders = [await makeOrder(), await makeOrder(), await makeOrder({ state: "delivered" })];
  await owner`update "order" set office = ${office} where id in ${owner(orders.map(({ id }) => id))}`;
  const filter = { ...anyPaper, kindCode: "AS", office };
  const { orders: papers } = await printOrders(grant, filter, browser());
  expect(papers.map(({ number }) => number).sort()).toEqual([orders[0]?.number, orders[1]?.number].sort());
  expect(await logOf(grant.actor.personId)).toHaveLength(2);
  const left = async (more: object) => (await printOrders(grant, { ...filter, ...more }, browser())).orders;
  expect(await left({})).toEqual([]);
  expect(await left({ also: "printed" })).toHaveLength(2);
  expect(await left({ kindCode: "BE", also: "printed" })).toEqual([]);
});

test("an order that cannot be printed is listed, and the others are printed", async () => {
  const office = `Sede ${randomUUID()}`;
  const created = await Promise.all(Array.from({ length: 4 }, () => makeOrder()));
  await owner`update "order" set office = ${office} where id in ${owner(created.map(({ id }) => id))}`;
  const [, old, odd, closed] = created;
  await owner`update "order" set issued_on = '2019-12-31' where id = ${old?.id ?? ""}`;
  const name = seal("محمد الأحمد", affiliateNamePlace(odd?.id ?? ""));
  await owner`update "order" set affiliate_name_sealed = ${name} where id = ${odd?.id ?? ""}`;
  await owner`update "order" set affiliate_id_sealed = ${Buffer.from("x")} where id = ${closed?.id ?? ""}`;
  const filter = { ...anyPaper, kindCode: "AS", office };
  const { orders, leftOut } = await printOrders(grant, filter, browser());
  expect(orders.map(({ number }) => number)).toEqual([created[0]?.number]);
  expect(leftOut.map(({ number, why }) => `${number} ${why}`).sort()).toEqual(
    [`AS ${old?.number} dates`, `AS ${odd?.number} letters`, `AS ${closed?.number} data`].sort(),
  );
  await expect(printOrders(grant, filter, browser())).rejects.toMatchObject({ code: "order_unprintable" });
  await expect(print(old?.id ?? "")).rejects.toMatchObject({ code: "order_unprintable" });
});

test("an auditor and a disabled person cannot print", async () => {
  const auditor = await makeOfficial("auditor");
  expect(() => authorize(auditor, "order.print")).toThrow("not_allowed");
  const order = await makeOrder();
  await owner`update person set disabled_at = now() where id = ${grant.actor.personId}`;
  await expect(print(order.id)).rejects.toMatchObject({ code: "not_allowed" });
});

test("printings are written only through their function, and providers cannot call it", async () => {
  for (const role of ["app_provider", "app_jobs", "app_caja"] as const) {
    const client = connect(env().DATABASE_URL, role, 1);
    await expect(client`update order_code set prints = 0`, role).rejects.toThrow(/permission denied/);
    if (role !== "app_caja") {
      await expect(client`select * from print_orders(null, '[]', '')`).rejects.toThrow(/permission denied/);
      await expect(client`select check_sealed from order_code`).rejects.toThrow(/permission denied/);
    }
    await client.end();
  }
});
