import { randomUUID } from "node:crypto";
import { compareOrder } from "@/domain/lookup/compare";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { registerOrderUse } from "@/domain/use/use-order";
import { authorize, type Grant } from "@/model/access";
import { type CreatedOrder, makeOrder, makeTill, owner, someAddress } from "./look-up-orders";

export type Till = Grant<"order.look_up">;

/** A client with an address of its own, so that tests share no rate limit. */
export const client = () => ({ ip: someAddress() });
export const grantToUse = (till: Till) => authorize(till.actor, "order.use");

/** Looks an order up, and returns the look-up's id. */
export function lookUp(till: Till, order: CreatedOrder, kindCode = "AS"): Promise<string> {
  return lookUpOrder(till, { idNumber: order.idNumber, number: order.number, kindCode }, client());
}

/** Looks an order up and compares it as equal. */
export async function compared(till: Till, order: CreatedOrder, kindCode = "AS"): Promise<string> {
  const id = await lookUp(till, order, kindCode);
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  return id;
}

export async function verdictOf(till: Till, lookupId: string): Promise<string | undefined> {
  return (await readLookup(till, lookupId))?.verdict;
}

/** The confirmation form as it is submitted. */
export const confirmation = (
  lookupId: string,
  fields: Partial<Parameters<typeof registerOrderUse>[1]> = {},
) => ({
  lookupId,
  key: randomUUID(),
  amount: null,
  left: null,
  invoice: null,
  ...fields,
});

export async function register(till: Till, form: ReturnType<typeof confirmation>): Promise<string | null> {
  const done = await registerOrderUse(grantToUse(till), form, null, client());
  return done?.receipt ?? null;
}

/** Creates a counter and an order that it has found and compared. */
export async function makeComparedOrder(shape: Parameters<typeof makeOrder>[0] = {}) {
  const till = await makeTill();
  const order = await makeOrder(shape);
  return { till, order, lookupId: await compared(till, order) };
}

/** Moves a look-up and its comparison into the past. */
export async function backdate(lookupId: string, minutes: number): Promise<void> {
  await owner.begin(async (transaction) => {
    await transaction`alter table comparison disable trigger forbid_comparison_change`;
    await transaction`update comparison set at = at - make_interval(mins => ${minutes}) where lookup_id = ${lookupId}`;
    await transaction`alter table comparison enable trigger forbid_comparison_change`;
  });
}

export async function eventsOf(subject: string): Promise<string[]> {
  const rows = await owner<{ action: string }[]>`
    select action from audit_event where subject_id = ${subject} order by seq`;
  return rows.map(({ action }) => action);
}

/** Creates a counter that used orders of $480.000 this often, and returns the uses' ids, oldest first. */
export async function makeUses(count: number): Promise<{ till: Till; useIds: string[] }> {
  const till = await makeTill();
  const useIds: string[] = [];
  while (useIds.length < count) {
    const useId = await register(till, confirmation(await compared(till, await makeOrder())));
    if (!useId) throw new Error("a use was refused");
    useIds.push(useId);
  }
  return { till, useIds };
}
