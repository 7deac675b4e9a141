import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { firstValue } from "@/tests/support/rolled-back";

/** Orders of a kind that asks for a second person from its first peso, and who changes them. */
async function setUp() {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind({ validityDays: 30 });
  const orders = [await makeIssued(ana, kind), await makeIssued(ana, kind)] as const;
  await owner`update order_kind set approval_from = 1 where code = ${kind}`;
  const ask = async (order: string) => {
    const { version } = await rowOf(order);
    const outcome =
      await firstValue<string>(owner`select replace_order(${order}, ${randomUUID()}, ${ana.personId},
      ${version}, 'x', 'x', 'Se perdió', 'x')`);
    const [change] =
      await owner`select id from order_change where order_id = ${order} order by asked_at desc limit 1`;
    return { outcome, id: String(change?.id) };
  };
  const statesOf = async (order: string) =>
    (await owner`select state from order_change where order_id = ${order} order by asked_at`).map(
      ({ state }) => state,
    );
  return { ana, luis, orders, ask, statesOf };
}
const touch = (order: string) => owner`update "order" set updated_at = clock_timestamp() where id = ${order}`;

test("a change that waits lapses when its own order changed and another one is asked for, and no other does", async () => {
  const { orders, ask, statesOf, ana } = await setUp();
  const [one, other] = orders;
  expect([(await ask(one)).outcome, (await ask(one)).outcome]).toEqual(["asked", "change_waits"]);
  const sent = await ask(other);
  await owner`select send_change_back(${sent.id}, ${ana.personId}, 'No', 'x')`;
  await touch(other);
  await ask(other);
  for (const order of orders) await touch(order);
  expect((await ask(one)).outcome).toBe("asked");
  expect([await statesOf(one), await statesOf(other)]).toEqual([
    ["lapsed", "waiting"],
    ["sent_back", "waiting"],
  ]);
});

test("one change that waits is sent back, once, with who did it and why", async () => {
  const { orders, ask, statesOf, luis } = await setUp();
  const [one, other] = orders;
  const { id } = await ask(one);
  await ask(other);
  const back = (change: string) =>
    firstValue<string>(owner`select send_change_back(${change}, ${luis.personId}, 'No es esta', 'x')`);
  expect([await back(id), await back(id), await back(randomUUID())]).toEqual([
    "done",
    "state_changed",
    "state_changed",
  ]);
  expect([await statesOf(one), await statesOf(other)]).toEqual([["sent_back"], ["waiting"]]);
  const [row] = await owner`select decided_by, note from order_change where id = ${id}`;
  expect(row).toEqual({ decided_by: luis.personId, note: "No es esta" });
});

test("an approval names a change of its order and its kind that waits, of another person, from the same version", async () => {
  const { orders, ask, ana, luis } = await setUp();
  const [one, other] = orders;
  const [{ id }, { id: second }] = [await ask(one), await ask(other)];
  const fault = (change: string, order: string, action: string, actor: string) =>
    firstValue<string | null>(owner`
    select order_change_fault((select c from order_change c where id = ${change}), o, ${action}, ${actor})
    from "order" o where o.id = ${order}`);
  expect([
    await fault(randomUUID(), one, "replace", luis.personId),
    await fault(second, one, "replace", luis.personId),
    await fault(id, one, "extend", luis.personId),
    await fault(id, one, "replace", ana.personId),
    await fault(id, one, "replace", luis.personId),
  ]).toEqual(["not_found", "not_found", "not_found", "same_person", null]);
  await touch(one);
  expect(await fault(id, one, "replace", luis.personId)).toBe("change_lapsed");
  await owner`update order_change set state = 'lapsed' where id = ${id}`;
  expect(await fault(id, one, "replace", luis.personId)).toBe("state_changed");
});
