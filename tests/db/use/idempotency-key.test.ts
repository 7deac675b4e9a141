import { afterAll, expect, test } from "vitest";
import { readReceipt } from "@/domain/use/read-receipt";
import { registerOrderUse, settleUseOfKey } from "@/domain/use/use-order";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import {
  atGreen,
  client,
  confirmation,
  eventsOf,
  grantToUse,
  register,
  type Till,
} from "@/tests/support/use-order";

afterAll(() => owner.end());

const settle = (till: Till, lookupId: string, key: string) =>
  settleUseOfKey(grantToUse(till), lookupId, key, client());

test("a lost answer is found by its key, however often it is asked for", async () => {
  const { till, lookupId } = await atGreen();
  const form = confirmation(lookupId);
  const id = await register(till, form);
  expect(await settle(till, lookupId, form.key)).toBe(id);
  expect(await settle(till, lookupId, form.key)).toBe(id);
});

test("a key that was said to have made no use never makes one; another key does", async () => {
  const { till, order, lookupId } = await atGreen();
  const form = confirmation(lookupId);
  expect(await settle(till, lookupId, form.key)).toBeNull();
  expect(await register(till, form)).toBeNull();
  expect(await settle(till, lookupId, form.key)).toBeNull();
  expect(await eventsOf(lookupId)).toEqual(["order.looked_up", "order.compared", "order.use_given_up"]);
  expect(await register(till, confirmation(lookupId))).not.toBeNull();
  expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(1);
});

test("sent and settled at the same moment, the answer is what stays", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { till, order, lookupId } = await atGreen();
    const form = confirmation(lookupId);
    const [sent, told] = await Promise.all([register(till, form), settle(till, lookupId, form.key)]);
    expect(sent).toBe(told);
    expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(told ? 1 : 0);
  }
});

test("nobody settles the key of another provider's question", async () => {
  const { till, lookupId } = await atGreen();
  const form = confirmation(lookupId);
  expect(await settle(await makeTill(), lookupId, form.key)).toBeNull();
  expect(await register(till, form)).not.toBeNull();
});

test("a key sent again with another invoice or amount says that it was registered otherwise", async () => {
  const { till, lookupId } = await atGreen();
  const form = confirmation(lookupId, { invoice: "FE-101" });
  const receipt = await register(till, form);
  const again = (change: object) =>
    registerOrderUse(grantToUse(till), { ...form, ...change }, null, client());
  expect(await again({})).toEqual({ receipt, asAsked: true });
  expect(await again({ invoice: "FE-102" })).toEqual({ receipt, asAsked: false });
  expect(await again({ invoice: null })).toEqual({ receipt, asAsked: false });
  expect(await again({ amount: 1 })).toEqual({ receipt, asAsked: false });
  expect(await readReceipt(till, receipt ?? "", null)).toMatchObject({ invoice: "FE-101", amount: 480_000 });
});
