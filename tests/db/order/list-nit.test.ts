import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { listOrdersAfter } from "@/db/queries/order-list";
import { listOrders } from "@/domain/order/list/list-orders";
import { nitCheckDigit } from "@/model/identity/nit";
import { browser } from "@/tests/support/factories/account";
import { ask, filtersOf, makeOrders } from "@/tests/support/listed-orders";
import { grantOf } from "@/tests/support/officials";

test("orders are found by a NIT with its check digit behind it or with a zero before it, for the list and its export", async () => {
  const grant = await grantOf("officer", "order.find");
  const { nit, orders } = await makeOrders(3);
  for (const proveedor of [`${nit}${nitCheckDigit(nit)}`, `0${nit}`, `0${nit}${nitCheckDigit(nit)}`]) {
    const list = await listOrders(grant, ask({ proveedor }), browser());
    expect(
      list.orders.map(({ id }) => id),
      proveedor,
    ).toEqual(orders.map(({ id }) => id));
    const found: string[] = [];
    let place: Parameters<typeof listOrdersAfter>[2] = null;
    do {
      const part = await listOrdersAfter(cajaDatabase(), filtersOf({ proveedor }), place, 2);
      found.push(...part.orders.map(({ id }) => id));
      place = part.end;
    } while (place);
    expect(found, proveedor).toEqual(orders.map(({ id }) => id));
  }
});
