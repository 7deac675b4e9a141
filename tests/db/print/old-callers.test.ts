import { expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { makeOrder } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";

test("a process of an earlier version, which names no person of an order, goes on printing during a deploy", async () => {
  const { personId } = await makeOfficial("officer");
  const { id } = await makeOrder();
  const print = (more: object) => owner`
    select outcome from print_orders(${personId}, (select jsonb_build_array(jsonb_build_object(
      'id', id, 'value', value, 'issued_on', issued_on, 'valid_until', valid_until) || ${owner.json({ ...more })})
      from "order" where id = ${id}), '')`;
  expect(await print({})).toMatchObject([{ outcome: "printed" }]);
  expect(await print({ value: 1 })).toMatchObject([{ outcome: "changed" }]);
  expect(await print({ id_kind: "CC", id_index: "eA==" })).toMatchObject([{ outcome: "changed" }]);
});
