import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { askDeferred } from "@/domain/lookup/ask-deferred";
import { lookupLimits } from "@/domain/lookup/budget";
import { scanOrder } from "@/domain/lookup/scan-order";
import { encodeBase32 } from "@/lib/encoding/base32";
import { colleagueOf, makeTill, owner } from "@/tests/support/look-up-orders";
import { makePrintedOrder, type PrintedOrder } from "@/tests/support/printed-order";
import { client } from "@/tests/support/use-order";

type Till = Awaited<ReturnType<typeof makeTill>>;

const scan = (till: Till, { url }: PrintedOrder, id?: string) =>
  scanOrder(till, { id, text: url, by: "camera" }, client());
const ask = (till: Till, { code }: PrintedOrder, id: string) =>
  askDeferred(till, { id, code: encodeBase32(code), channel: "scan" }, { ...client(), counterId: null });

/** What the log and the history have of the look-ups of a provider. */
async function recorded({ actor }: Till) {
  const [row] = await owner`
    select (select count(*)::int from lookup where provider_id = ${actor.provider.id}) as lookups,
      (select count(*)::int from audit_event where provider_id = ${actor.provider.id}
        and action = 'order.looked_up') as events`;
  return row;
}

test("a scan whose answer was lost and that is asked again as a deferred look-up is one look-up", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = randomUUID();
  expect(await scan(till, order, id)).toBe(id);
  expect(await ask(till, order, id)).toBe("current");
  expect(await recorded(till)).toEqual({ lookups: 1, events: 1 });
});

test("a scan that is sent again at the same moment, by the page and deferred, is one look-up", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = randomUUID();
  expect(await Promise.all([scan(till, order, id), ask(till, order, id), scan(till, order, id)])).toEqual([
    id,
    "current",
    id,
  ]);
  expect(await recorded(till)).toEqual({ lookups: 1, events: 1 });
});

test("a scan of a signed code without an order that is asked again counts as one miss", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  await owner`delete from order_code where order_id = ${order.id}`;
  const id = randomUUID();
  await scan(till, order, id);
  expect(await ask(till, order, id)).toBe("not_found");
  const [row] = await owner`select spent from budget_counter
    where scope = ${lookupLimits.personDay.scope} and key = ${till.actor.personId}`;
  expect(row?.spent).toBe(1);
});

test("a scan under the id of another person's or provider's look-up is one of its own and reads nothing of the other", async () => {
  const till = await makeTill();
  const [theirs, own] = [await makePrintedOrder({ state: "used" }), await makePrintedOrder()];
  const id = await scan(till, theirs);
  const before = await owner`select l.*, l.xmin::text from lookup l where l.id = ${id}`;
  for (const other of [await colleagueOf(till, "clerk"), await makeTill()]) {
    const another = await scan(other, own, id);
    expect(another).not.toBe(id);
    const [row] = await owner`select person_id, provider_id, code_id from lookup where id = ${another}`;
    expect(row).toEqual({
      person_id: other.actor.personId,
      provider_id: other.actor.provider.id,
      code_id: own.code.subarray(4, 12),
    });
  }
  expect(await owner`select l.*, l.xmin::text from lookup l where l.id = ${id}`).toEqual(before);
});

test("a scan without an id gets one of its own each time", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  expect(await scan(till, order)).not.toBe(await scan(till, order));
  expect(await recorded(till)).toEqual({ lookups: 2, events: 2 });
});
