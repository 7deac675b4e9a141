import { expect, test } from "vitest";
import { readReceipt } from "@/domain/use/read-receipt";
import { registerOrderUse, settleUseOfKey } from "@/domain/use/use-order";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import {
  client,
  confirmation,
  eventsOf,
  grantToUse,
  makeComparedOrder,
  register,
  type Till,
} from "@/tests/support/use-order";

const settle = (till: Till, lookupId: string, key: string) =>
  settleUseOfKey(grantToUse(till), lookupId, key, client());

test("a lost answer is found by its idempotency key, however often it is asked for", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const form = confirmation(lookupId);
  const id = await register(till, form);
  expect(await settle(till, lookupId, form.key)).toBe(id);
  expect(await settle(till, lookupId, form.key)).toBe(id);
});

test("an idempotency key that was answered as unused never registers a use later; another key does", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const form = confirmation(lookupId);
  expect(await settle(till, lookupId, form.key)).toBeNull();
  expect(await register(till, form)).toBeNull();
  expect(await settle(till, lookupId, form.key)).toBeNull();
  expect(await eventsOf(lookupId)).toEqual(["order.looked_up", "order.compared", "order.use_given_up"]);
  expect(await register(till, confirmation(lookupId))).not.toBeNull();
  expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(1);
});

test("a use and a concurrent query of its idempotency key get the same answer", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { till, order, lookupId } = await makeComparedOrder();
    const form = confirmation(lookupId);
    const [sent, queried] = await Promise.all([register(till, form), settle(till, lookupId, form.key)]);
    expect(sent).toBe(queried);
    expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(queried ? 1 : 0);
  }
});

test("nobody queries the idempotency key of another provider's look-up", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const form = confirmation(lookupId);
  expect(await settle(await makeTill(), lookupId, form.key)).toBeNull();
  expect(await register(till, form)).not.toBeNull();
});

test("an idempotency key replayed with another invoice or amount is refused with the registered use", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const form = confirmation(lookupId, { invoice: "FE-101" });
  const receipt = await register(till, form);
  const again = (change: object) =>
    registerOrderUse(grantToUse(till), { ...form, ...change }, null, client());
  expect(await again({})).toEqual({ receipt, isSame: true });
  expect(await again({ invoice: "FE-102" })).toEqual({ receipt, isSame: false });
  expect(await again({ invoice: null })).toEqual({ receipt, isSame: false });
  expect(await again({ amount: 1 })).toEqual({ receipt, isSame: false });
  expect(await readReceipt(till, receipt ?? "", null)).toMatchObject({ invoice: "FE-101", amount: 480_000 });
});
