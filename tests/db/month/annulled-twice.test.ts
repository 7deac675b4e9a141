import { expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";

test("an order that the core annulled in a month before is made final here without another annulment", async () => {
  const kind = await makeKind();
  const officer = await makeCajaPerson("officer");
  const { personId } = officer;
  const id = await makeIssued(officer, kind);
  // As a file of two months ago left it.
  await owner`update "order" set state = 'annulled', state_changed_at = now() - interval '62 days' where id = ${id}`;
  const sums =
    () => owner`select day::text, sum(orders)::int as orders, sum(amount)::int as amount from order_sum
    where kind_code = ${kind} and figure = 'voided' group by day having sum(orders) <> 0 order by day`;
  const before = await sums();
  expect(before).toHaveLength(1);
  const [done] =
    await owner`select annul_order(${id}, ${personId}, 'error', 'Queda anulada aquí también', 'x') as outcome`;
  expect(done).toEqual({ outcome: "done" });
  expect(await sums()).toEqual(before);
  const [now] =
    await owner`select voided_by, state_changed_at < now() - interval '61 days' as kept from "order"
    where id = ${id}`;
  expect(now).toEqual({ voided_by: personId, kept: true });
});
