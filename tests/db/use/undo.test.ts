import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readReceipt } from "@/domain/use/read-receipt";
import { askForUndo, undoOrderUse } from "@/domain/use/undo-use";
import { colleagueOf, makeTill, owner } from "@/tests/support/look-up-orders";
import {
  client,
  confirmation,
  eventsOf,
  grantToUse,
  makeComparedOrder,
  register,
  verdictOf,
} from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

async function used() {
  const green = await makeComparedOrder();
  const useId = await register(green.till, confirmation(green.lookupId));
  if (!useId) throw new Error("not used");
  return { ...green, useId };
}

const form = (useId: string) => ({ useId, key: randomUUID(), reason: "Registré la orden de otra persona" });

async function minutesAgo(useId: string, minutes: number): Promise<void> {
  await withoutTrigger("order_use", async (transaction) => {
    await transaction`update order_use set at = at - make_interval(mins => ${minutes}) where id = ${useId}`;
  });
}

test("who registered a use undoes it within 15 minutes: a reversal is written, and the receipt says so", async () => {
  const { till, order, lookupId, useId } = await used();
  expect(await undoOrderUse(grantToUse(till), form(useId), null, client())).toBe(true);
  expect(await readReceipt(till, useId, null)).toMatchObject({
    wayBack: "undone",
    undoReason: "Registré la orden de otra persona",
  });
  expect(await owner`select kind from order_use where order_id = ${order.id} order by serial`).toEqual([
    { kind: "use" },
    { kind: "undo" },
  ]);
  expect(await verdictOf(till, lookupId)).toBe("authentic");
  expect(await eventsOf(order.id)).toEqual(["order.used", "order.use_undone"]);
});

test("a concurrent double undo writes one reversal", async () => {
  const { till, order, useId } = await used();
  const undone = await Promise.all([
    undoOrderUse(grantToUse(till), form(useId), null, client()),
    undoOrderUse(grantToUse(till), form(useId), null, client()),
  ]);
  expect(undone).toEqual([true, true]);
  expect(await owner`select from order_use where order_id = ${order.id} and kind = 'undo'`).toHaveLength(1);
});

test("after 15 minutes, or by another person where no counter is named, only the caja reverses a use", async () => {
  const { till, useId } = await used();
  const colleague = await colleagueOf(till);
  await owner`update membership set role = 'clerk' where person_id = ${colleague.actor.personId}`;
  const clerk = grantToUse({ ...colleague, actor: { ...colleague.actor, role: "clerk" } });
  expect(await undoOrderUse(clerk, form(useId), null, client())).toBe(false);
  await minutesAgo(useId, 16);
  expect(await undoOrderUse(grantToUse(till), form(useId), null, client())).toBe(false);
  expect(await readReceipt(till, useId, null)).toMatchObject({ wayBack: "caja" });
});

test("another provider can neither undo a use nor request it", async () => {
  const { till, useId } = await used();
  const other = await makeTill();
  await undoOrderUse(grantToUse(other), form(useId), null, client());
  await askForUndo(grantToUse(other), form(useId), client());
  expect(await readReceipt(till, useId, null)).toMatchObject({ wayBack: "self", undoneAt: null });
});

test("an undo request sent repeatedly is filed once", async () => {
  const { till, order, useId } = await used();
  await minutesAgo(useId, 16);
  await Promise.all([
    askForUndo(grantToUse(till), form(useId), client()),
    askForUndo(grantToUse(till), form(useId), client()),
  ]);
  expect(await owner`select from undo_request where use_id = ${useId}`).toHaveLength(1);
  expect(await readReceipt(till, useId, null)).toMatchObject({ wayBack: "asked" });
  expect(await eventsOf(order.id)).toEqual(["order.used", "order.undo_asked"]);
});

test("who may not register uses, another provider and a use that was undone ask the caja for nothing", async () => {
  const { till, order, useId } = await used();
  const ask = async (of: typeof till) => {
    const [row] = await owner<{ outcome: string }[]>`
      select ask_undo(${useId}, ${of.actor.personId}, ${of.actor.provider.id}, 'Era otra', 'x') as outcome`;
    return row?.outcome;
  };
  await expect(ask(await colleagueOf(till))).rejects.toThrow(/registers no uses/);
  expect(await ask(await makeTill())).toBe("not_found");
  await undoOrderUse(grantToUse(till), form(useId), null, client());
  expect(await ask(till)).toBe("undone");
  expect(await eventsOf(order.id)).toEqual(["order.used", "order.use_undone"]);
});
