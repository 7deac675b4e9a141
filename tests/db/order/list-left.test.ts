import { expect, test } from "vitest";
import { listOrders } from "@/domain/order/list/list-orders";
import { browser, owner } from "@/tests/support/factories/account";
import { ask, makeOrders, type Query } from "@/tests/support/listed-orders";
import { makeOrder, makeTill, someDigits } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";

const listed = async (query: Query) =>
  listOrders(await grantOf("officer", "order.find"), ask(query), browser());

test("a list of orders that expired or are in force says what is left of them, as the sums of the month do", async () => {
  const nit = `8${someDigits(8)}`;
  const [expired, current] = [
    await makeOrder({ providerNit: nit, issuedIn: -9, endsIn: -1 }),
    await makeOrder({ providerNit: nit }),
  ];
  await makeOrder({ providerNit: nit });
  const { actor } = await makeTill();
  for (const { id } of [expired, current])
    await owner.begin(async (transaction) => {
      await transaction`insert into order_use (order_id, kind, amount, balance, key, provider_id, person_id)
        values (${id}, 'use', 400000, 80000, gen_random_uuid(), ${actor.provider.id}, ${actor.personId})`;
      await transaction`update "order" set balance = 80000 where id = ${id}`;
    });
  expect(await listed({ proveedor: nit, estado: "vencida" })).toMatchObject({ value: 480_000, left: 80_000 });
  expect(await listed({ proveedor: nit, estado: "vigente" })).toMatchObject({
    value: 960_000,
    left: 560_000,
  });
  const [sum] = await owner`select sum(amount)::int as amount from order_sum
    where provider_nit = ${nit} and figure = 'left' and day < bogota_today()`;
  expect(sum).toEqual({ amount: 80_000 });
});

test("a list of which nothing was used, or of orders of several states, says no rest", async () => {
  const { nit } = await makeOrders(2);
  expect(await listed({ proveedor: nit, estado: "vigente" })).toMatchObject({ value: 3_000, left: null });
  const [used] = (await makeOrders(1, "used")).orders;
  await owner`update "order" set provider_nit = ${nit} where id = ${used?.id ?? ""}`;
  const others: Query[] = [{ proveedor: nit }, { proveedor: nit, estado: "usada" }];
  for (const query of others) expect((await listed(query)).left).toBeNull();
});
