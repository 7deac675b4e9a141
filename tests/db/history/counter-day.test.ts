import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readCounterDay } from "@/domain/history/read-counter-day";
import { readStatement } from "@/domain/settlement/statement";
import { undoOrderUse } from "@/domain/use/undo-use";
import { authorize } from "@/model/access";
import { colleagueOf, makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { client, compared, confirmation, grantToUse, lookUp, register } from "@/tests/support/use-order";

test("the counter's day has the last three answers of the person, newest first, with what became of them", async () => {
  const till = await makeTill();
  await lookUp(till, await makeOrder());
  const annulled = await makeOrder({ state: "annulled" });
  const annulledId = await lookUp(till, annulled);
  const used = await makeOrder();
  const usedId = await compared(till, used);
  const use = await register(till, confirmation(usedId));
  const missing = { ...used, number: "00999999998" };
  const missingId = await lookUp(till, missing);
  await lookUp(await colleagueOf(till), await makeOrder());
  const { answers, uses, used: sum } = await readCounterDay(till);
  expect(answers.map(({ at, ...answer }) => answer)).toEqual([
    { id: missingId, entry: "not_found", number: missing.number, amount: null, useId: null },
    { id: usedId, entry: "use", number: used.number, amount: 480_000, useId: use },
    { id: annulledId, entry: "annulled", number: annulled.number, amount: null, useId: null },
  ]);
  expect([uses, sum]).toEqual([1, 480_000]);
});

test("a counter without a look-up today has no answers and no uses; those of other days do not count", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  await owner`update lookup set asked_at = asked_at - interval '1 day' where id = ${id}`;
  expect(await readCounterDay(till)).toMatchObject({ uses: 0, used: 0, answers: [] });
});

test("the sum of the day is that of the statement: the whole provider's, without what was taken back", async () => {
  const till = await makeTill();
  const colleague = await makeColleagueClerk(till);
  await register(colleague, confirmation(await compared(colleague, await makeOrder())));
  const lookupId = await compared(till, await makeOrder());
  const useId = await register(till, confirmation(lookupId));
  await undoOrderUse(
    grantToUse(till),
    { useId: useId ?? "", key: randomUUID(), reason: "Registré otra orden" },
    null,
    client(),
  );
  const { day, uses, used, answers } = await readCounterDay(till);
  expect(answers).toMatchObject([{ id: lookupId, entry: "undo", amount: null, useId }]);
  const ofOwner = authorize({ ...till.actor, role: "owner" }, "history.export");
  await owner`update membership set role = 'owner' where person_id = ${till.actor.personId}`;
  const { total } = await readStatement(ofOwner, () => day, { size: 25, page: 1 });
  expect({ uses, amount: used }).toEqual(total);
  expect(uses).toBe(1);
});

test("an order of another provider is shown by the number that was typed", async () => {
  const till = await makeTill();
  const other = await makeTill();
  const order = await makeOrder({ providerNit: other.actor.provider.nit });
  await lookUp(till, { ...order, number: order.number.replace(/^0+/, "") });
  const { answers } = await readCounterDay(till);
  expect(answers).toMatchObject([{ entry: "other_provider", number: order.number.replace(/^0+/, "") }]);
});

test("nobody reads the day of a provider that is not theirs", async () => {
  const [till, other] = [await makeTill(), await makeTill()];
  const foreign = authorize({ ...till.actor, provider: other.actor.provider }, "order.look_up");
  await expect(readCounterDay(foreign)).rejects.toThrow();
});

async function makeColleagueClerk(till: Parameters<typeof colleagueOf>[0]) {
  const { actor } = await colleagueOf(till);
  await owner`update membership set role = 'clerk' where person_id = ${actor.personId}`;
  return authorize({ ...actor, role: "clerk" }, "order.look_up");
}
