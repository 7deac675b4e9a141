import { expect, test } from "vitest";
import { sortNames } from "@/app/admin/_orders/list-address";
import { listOrders } from "@/domain/order/list/list-orders";
import type { ListPlace } from "@/model/order-list";
import { browser } from "@/tests/support/factories/account";
import { ask, makeOrders } from "@/tests/support/listed-orders";
import { makeOrder } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";

test.each(sortNames)("pages by place, forth and back, show each order once, sorted by %s", async (sort) => {
  const grant = await grantOf("officer", "order.find");
  const { nit } = await makeOrders(7);
  // Of one day, one value and one end, so that only the id tells them apart.
  for (let same = 0; same < 3; same++) await makeOrder({ providerNit: nit, issuedIn: -2 });
  const all = await listOrders(grant, ask({ proveedor: nit }, sort), browser());
  const ids = all.orders.map(({ id }) => id);
  expect(ids).toHaveLength(10);
  const page = async (place: ListPlace | null) => {
    const list = await listOrders(grant, ask({ proveedor: nit }, sort, 4, place), browser());
    return { ids: list.orders.map(({ id }) => id), passed: list.passed };
  };
  expect(await page(null)).toEqual({ ids: ids.slice(0, 4), passed: 0 });
  expect(await page({ after: ids[3] ?? "" })).toEqual({ ids: ids.slice(4, 8), passed: 4 });
  expect(await page({ after: ids[7] ?? "" })).toEqual({ ids: ids.slice(8), passed: 8 });
  expect(await page({ before: ids[8] ?? "" })).toEqual({ ids: ids.slice(4, 8), passed: 4 });
  expect(await page({ before: ids[4] ?? "" })).toEqual({ ids: ids.slice(0, 4), passed: 0 });
  // A new order on the first page moves nothing of the second.
  await makeOrder({ providerNit: nit, issuedIn: 0 });
  if (sort === "newest") expect((await page({ after: ids[3] ?? "" })).ids).toEqual(ids.slice(4, 8));
});

test("a page after the last order, or of an order that is not in the list, is the first page", async () => {
  const grant = await grantOf("officer", "order.find");
  const { nit, orders } = await makeOrders(5);
  const ids = orders.map(({ id }) => id);
  for (const id of [ids[4] ?? "", "00000000-0000-4000-8000-000000000000"]) {
    const list = await listOrders(grant, ask({ proveedor: nit }, "newest", 2, { after: id }), browser());
    expect(list.orders.map((order) => order.id)).toEqual(ids.slice(0, 2));
    expect(list.passed).toBe(0);
  }
});
