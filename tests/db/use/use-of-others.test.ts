import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { compared, makeCounter, registerUse } from "@/tests/support/use-in-database";

const issued = async () => makeIssued(await makeCajaPerson("officer"), await makeKind({ partialUse: true }));
const changedAt = async (order: string) => {
  const [row] = await owner<
    { at: Date | null }[]
  >`select state_changed_at as at from "order" where id = ${order}`;
  return row?.at?.getTime();
};

test("the moment at which an order changed is that of its last use and of its return, and not of a use of a part", async () => {
  const [counter, order] = [await makeCounter(), await issued()];
  const before = await changedAt(order);
  const part = await registerUse(counter, { order, amount: 80_000 });
  expect(await changedAt(order)).toBe(before);
  const rest = await registerUse(counter, { order });
  const [use] = await owner<{ at: Date }[]>`select at from order_use where id = ${rest.useId ?? ""}`;
  expect(await changedAt(order)).toBe(use?.at.getTime());
  const undo = (id: string | null | undefined) => owner`
    select outcome from undo_use(${id ?? ""}, ${counter.personId}, ${counter.providerId}, null, ${randomUUID()},
      'Se equivocó de orden', 'x')`;
  expect(await undo(rest.useId)).toEqual([{ outcome: "done" }]);
  const returned = await changedAt(order);
  expect(returned).toBeGreaterThan(use?.at.getTime() ?? Number.POSITIVE_INFINITY);
  expect(await undo(part.useId)).toEqual([{ outcome: "done" }]);
  expect(await changedAt(order)).toBe(returned);
});

test("a key that was closed for a provider is closed for it alone, and closes none of its others", async () => {
  const [counter, other] = [await makeCounter(), await makeCounter()];
  const [own, theirs] = [randomUUID(), randomUUID()];
  await owner`insert into closed_use_key (provider_id, key, closed_at) values (${counter.providerId}, ${own}, now()),
    (${other.providerId}, ${theirs}, now())`;
  expect(await registerUse(counter, { order: await issued(), key: own })).toMatchObject({
    outcome: "key_closed",
  });
  expect(await registerUse(counter, { order: await issued(), key: theirs })).toMatchObject({
    outcome: "done",
  });
});

test("a use ends the claim of its order, and of no other", async () => {
  const [counter, order, other] = [await makeCounter(), await issued(), await issued()];
  for (const claimed of [order, other])
    await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
      values (${claimed}, ${counter.providerId}, ${counter.personId}, ${await compared(counter, claimed)},
        now() + interval '5 minutes')`;
  expect(await registerUse(counter, { order, amount: 80_000 })).toMatchObject({ outcome: "done" });
  const rows = await owner`select order_id from order_claim where order_id in ${owner([order, other])}`;
  expect(rows).toEqual([{ order_id: other }]);
});
