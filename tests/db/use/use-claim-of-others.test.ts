import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeCajaPerson, makeKind } from "@/tests/support/factories/own-order";
import { lockedRows } from "@/tests/support/locked-rows";
import { makeOrder, owner } from "@/tests/support/look-up-orders";
import { firstValue } from "@/tests/support/rolled-back";
import {
  type Counter,
  compared,
  makeCounter,
  makeNamedCounter,
  registerUse,
  undoUse,
} from "@/tests/support/use-in-database";
import { withoutTrigger } from "@/tests/support/without-trigger";

async function orderOf(kindCode: string) {
  const order = await makeOrder();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kindCode}, kind_version = 1 where id = ${order.id}`;
  });
  return order.id;
}
const claim = (lookup: string, { personId, providerId }: Counter) =>
  firstValue<string>(owner`select claim_order(${lookup}, ${personId}, ${providerId}, 'x')`);
const claimsOf = async (order: string) =>
  (await owner`select provider_id from order_claim where order_id = ${order}`).map((row) => row.provider_id);
const stranger = async (): Promise<Counter> => ({
  ...(await makeCounter()),
  personId: (await makeCounter()).personId,
});

test("a claim is made by who works there, with their own look-up, on an order that asks for one and is in force", async () => {
  const [mine, other] = [await makeCounter(), await makeCounter()];
  const [asks, plain] = [
    await orderOf(await makeKind({ claimFirst: true })),
    await orderOf(await makeKind()),
  ];
  const lookup = await compared(mine, asks);
  await expect(claim(lookup, await stranger())).rejects.toThrow(/registers no uses/);
  expect([await claim(lookup, other), await claim(randomUUID(), mine)]).toEqual(["not_found", "not_found"]);
  expect(await claim(await compared(mine, plain), mine)).toBe("not_asked");
  expect([await claim(lookup, mine), await claim(await compared(other, asks), other)]).toEqual([
    "done",
    "claimed",
  ]);
  // The claim of one order holds nobody off another one, and one that is over holds nobody off.
  const second = await orderOf(await makeKind({ claimFirst: true }));
  expect(await claim(await compared(other, second), other)).toBe("done");
  await owner`update order_claim set until = now() where order_id = ${asks}`;
  expect(await claim(await compared(other, asks), other)).toBe("done");
  expect(await claimsOf(asks)).toEqual([other.providerId]);
  await owner`update "order" set state = 'annulled' where id = ${second}`;
  expect(await claim(await compared(other, second), other)).toBe("annulled");
});

test("a claim is released with its own look-up by its own provider, and no other one's is", async () => {
  const [mine, other] = [await makeCounter(), await makeCounter()];
  const kind = await makeKind({ claimFirst: true });
  const [first, second, third] = [await orderOf(kind), await orderOf(kind), await orderOf(kind)];
  const [lookup, theirs] = [await compared(mine, first), await compared(other, first)];
  await claim(lookup, mine);
  await claim(await compared(mine, second), mine);
  await claim(await compared(other, third), other);
  const release = (of: string, { personId, providerId }: Counter) =>
    owner`select release_claim(${of}, ${personId}, ${providerId}, 'x')`;
  await release(theirs, other);
  await release(lookup, other);
  await expect(release(lookup, await stranger())).rejects.toThrow(/registers no uses/);
  expect([await claimsOf(first), await claimsOf(second), await claimsOf(third)]).toEqual([
    ...[[mine.providerId], [mine.providerId], [other.providerId]],
  ]);
  await release(lookup, mine);
  expect([await claimsOf(first), await claimsOf(second), await claimsOf(third)]).toEqual([
    ...[[], [mine.providerId], [other.providerId]],
  ]);
  await release(lookup, mine);
  const events =
    await owner`select from audit_event where subject_id = ${first} and action = 'order.claim_released'`;
  expect(events).toHaveLength(1);
});

test("a key answers its own provider's use, and is closed once for its own look-up alone", async () => {
  const [mine, other] = [await makeCounter(), await makeCounter()];
  const [used, open] = [await makeOrder(), await makeOrder()];
  const [lookup, key] = [await compared(mine, used.id), randomUUID()];
  const { useId } = await registerUse(mine, { order: used.id, lookup, key });
  const settle = (of: string, { personId, providerId }: Counter, by: string) =>
    firstValue<string | null>(owner`select settle_use(${of}, ${providerId}, ${by}, ${personId}, 'x')`);
  const closed = async (by: string) => (await owner`select from closed_use_key where key = ${by}`).length;
  expect([await settle(lookup, mine, key), await settle(lookup, other, key)]).toEqual([useId, null]);
  expect(await closed(key)).toBe(0);
  const [fresh, foreign, second] = [await compared(mine, open.id), randomUUID(), randomUUID()];
  expect([await settle(fresh, other, foreign), await closed(foreign)]).toEqual([null, 0]);
  for (let time = 0; time < 2; time++) expect(await settle(fresh, mine, second)).toBeNull();
  expect(await closed(second)).toBe(1);
  const events =
    await owner`select from audit_event where subject_id = ${fresh} and action = 'order.use_given_up'`;
  expect(events).toHaveLength(1);
  const ofKey = ({ personId, providerId }: Counter, by: string) =>
    firstValue<string | null>(owner`select use_of_key(${providerId}, ${personId}, ${by})`);
  const undoing = randomUUID();
  await undoUse(mine, { use: useId, key: undoing });
  expect([await ofKey(mine, key), await ofKey(mine, undoing), await ofKey(other, key)]).toEqual([
    useId,
    null,
    null,
  ]);
  expect(await ofKey({ ...mine, personId: other.personId }, key)).toBeNull();
});

test("a use is taken back by who registered it or at its counter, in its time, and else by the caja", async () => {
  const mine = await makeCounter();
  const [named, next] = [await makeNamedCounter(mine), await makeNamedCounter(mine)];
  const [{ personId: colleague }] = [await makeCounter()];
  await owner`insert into membership (person_id, provider_id, role) values (${colleague}, ${mine.providerId}, 'clerk')`;
  const used = async (counter: Counter) =>
    (await registerUse(counter, { order: (await makeOrder()).id })).useId ?? "";
  const way = async (use: string, { personId, counterId }: Counter = mine, provider = mine.providerId) =>
    (await owner`select way_back from read_use(${use}, ${provider}, ${personId}, ${counterId})`)[0]?.way_back;
  const [plain, atCounter] = [await used(mine), await used(named)];
  expect([
    await way(plain),
    await way(plain, { ...mine, personId: colleague }),
    await way(plain, named),
  ]).toEqual([...["self", "caja", "caja"]]);
  expect([
    await way(atCounter, { ...named, personId: colleague }),
    await way(atCounter, next),
    await way(atCounter),
  ]).toEqual(["self", "caja", "caja"]);
  const other = await makeCounter();
  expect([await way(plain, other, other.providerId), await way(plain, other)]).toEqual([
    undefined,
    undefined,
  ]);
  const backdated = (use: string) =>
    withoutTrigger(
      "order_use",
      (sql) => sql`update order_use set at = at - interval '15 minutes' where id = ${use}`,
    );
  const late = await used(mine);
  await backdated(late);
  expect(await way(late)).toBe("caja");
  const { personId: officer } = await makeCajaPerson("officer");
  await owner`insert into undo_request (use_id, provider_id, asked_by, reason)
    values (${plain}, ${mine.providerId}, ${mine.personId}, 'x')`;
  expect(await way(plain)).toBe("asked");
  await owner`update undo_request set decided_at = now(), decided_by = ${officer}, approved = false, decision_reason = 'No'
    where use_id = ${plain}`;
  const [refused] = await owner`select refused_at is not null as refused, refusal_reason, way_back
    from read_use(${plain}, ${mine.providerId}, ${mine.personId}, null)`;
  expect(refused).toEqual({ refused: true, refusal_reason: "No", way_back: "self" });
  await undoUse(mine, { use: plain });
  expect(await way(plain)).toBe("undone");
  const [, undo] =
    await owner`select id from order_use where id = ${plain} or undoes = ${plain} order by serial`;
  expect(await way(undo?.id)).toBeUndefined();
  const settled = await used(mine);
  await owner`insert into settlement (use_id, state, changed_at, changed_by) values (${settled}, 'legalized', now(), ${officer})`;
  expect(await way(settled)).toBe("settled");
});

test("releasing a claim and asking for a key wait for the order of their own look-up, and for no other", async () => {
  const [mine, other] = [await makeCounter(), await makeCounter()];
  const orders = [(await makeOrder()).id, (await makeOrder()).id, (await makeOrder()).id];
  const [first = "", second = "", third = ""] = orders;
  const [lookup, theirs] = [await compared(mine, first), await compared(other, second)];
  await compared(mine, third);
  const { personId, providerId } = mine;
  const release = (of: string) =>
    lockedRows((sql) => sql`select release_claim(${of}, ${personId}, ${providerId}, 'x')`, "order", orders);
  expect([await release(lookup), await release(theirs)]).toEqual([[first], []]);
  const settle = (of: string) =>
    lockedRows(
      (sql) => sql`select settle_use(${of}, ${providerId}, ${randomUUID()}, ${personId}, 'x')`,
      "order",
      orders,
    );
  expect([await settle(lookup), await settle(theirs)]).toEqual([[first], []]);
});
