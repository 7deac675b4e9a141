import { expect, test } from "vitest";
import { readLookup } from "@/domain/lookup/read-lookup";
import { readReceipt } from "@/domain/use/read-receipt";
import { claimBeforeUse, registerOrderUse, releaseOrder } from "@/domain/use/use-order";
import { NotAllowed } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { makeKind } from "@/tests/support/factories/own-order";
import { colleagueOf, makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import {
  backdate,
  client,
  compared,
  confirmation,
  eventsOf,
  grantToUse,
  lookUp,
  makeComparedOrder,
  register,
  verdictOf,
} from "@/tests/support/use-order";
import { withoutTrigger } from "@/tests/support/without-trigger";

async function orderOf(kindCode: string) {
  const order = await makeOrder();
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kindCode}, kind_version = 1 where id = ${order.id}`;
  });
  return order;
}

test("a provider that looks up its own used order again is told at which counter it was used", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const [counter] = await owner<{ id: string }[]>`
    with made as (insert into branch (provider_id, name) values (${till.actor.provider.id}, 'Centro') returning id)
    insert into counter (branch_id, name) select id, 'Caja 1' from made returning id`;
  await registerOrderUse(grantToUse(till), confirmation(lookupId), counter?.id ?? null, client());
  const answer = await readLookup(till, await lookUp(till, order));
  expect(answer).toMatchObject({ verdict: "registered", counter: { ownUse: { counter: "Caja 1" } } });
  const other = await makeTill();
  expect(await readLookup(other, await lookUp(other, order))).toMatchObject({ counter: { ownUse: null } });
});

test("a compared order is used once, with a receipt and an audit event", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const id = await register(till, confirmation(lookupId, { invoice: "FE-101" }));
  expect(await readReceipt(till, id ?? "", null)).toMatchObject({
    orderNumber: order.number,
    amount: 480_000,
    balance: 0,
    invoice: "FE-101",
    personName: "Cajera de prueba",
    wayBack: "self",
    lookupId,
  });
  expect(await verdictOf(till, lookupId)).toBe("registered");
  expect(await eventsOf(order.id)).toEqual(["order.used"]);
});

test("the same idempotency key is the same use: a double tap and a retry get the same receipt", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const form = confirmation(lookupId);
  const receipts = await Promise.all(Array.from({ length: 8 }, () => register(till, form)));
  expect(new Set(receipts).size).toBe(1);
  expect(receipts[0]).not.toBeNull();
  expect(await register(till, form)).toBe(receipts[0]);
  expect(await owner`select from order_use where order_id = ${order.id}`).toHaveLength(1);
});

test("of two concurrent providers one registers the use, and the other learns that it is used and not by whom", async () => {
  const order = await makeOrder();
  const tills = await Promise.all(Array.from({ length: 6 }, () => makeTill()));
  const lookups = await Promise.all(tills.map((till) => compared(till, order)));
  const receipts = await Promise.all(
    tills.map((till, at) => register(till, confirmation(lookups[at] ?? ""))),
  );
  expect(receipts.filter(Boolean)).toHaveLength(1);
  const verdicts = await Promise.all(tills.map((till, at) => verdictOf(till, lookups[at] ?? "")));
  expect(verdicts.sort()).toEqual(["registered", "used", "used", "used", "used", "used"]);
  const loser = tills[receipts.indexOf(null)];
  const answer = loser && (await readLookup(loser, lookups[receipts.indexOf(null)] ?? ""));
  expect(answer).toMatchObject({ verdict: "used", sheet: null, counter: { ownUse: null } });
  expect(answer?.stateChangedAt).toBeInstanceOf(Date);
});

test("no use is registered without a comparison of this look-up, or 15 minutes after it", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const lookup = await lookUp(till, order);
  expect(await register(till, confirmation(lookup))).toBeNull();
  const id = await compared(till, order);
  expect(await register(till, confirmation(lookup))).toBeNull();
  await backdate(id, 16);
  expect(await register(till, confirmation(id))).toBeNull();
  expect(await verdictOf(till, id)).toBe("asked_before");
});

test("an order annulled after the comparison cannot be used", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  await owner`update "order" set state = 'annulled' where id = ${order.id}`;
  expect(await register(till, confirmation(lookupId))).toBeNull();
  expect(await verdictOf(till, lookupId)).toBe("annulled");
});

test("another provider's look-up cannot register a use or read its receipt", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const other = await makeTill();
  expect(await register(other, confirmation(lookupId))).toBeNull();
  const id = await register(till, confirmation(lookupId));
  expect(await readReceipt(other, id ?? "", null)).toBeNull();
});

test("a viewer cannot register a use, in the rules and in the database", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const viewer = await colleagueOf(till);
  expect(() => grantToUse(viewer)).toThrow(new NotAllowed("order.use"));
  await expect(
    owner`select * from use_order(${order.id}, ${viewer.actor.personId}, ${till.actor.provider.id}, null, ${lookupId},
      gen_random_uuid(), null, null, null)`,
  ).rejects.toThrow(/registers no uses/);
});

test("an order kind that does not register uses refuses one", async () => {
  const kind = await makeKind({ registersUse: false });
  const till = await makeTill();
  const id = await compared(till, await orderOf(kind), kind);
  expect(await register(till, confirmation(id))).toBeNull();
  expect(await verdictOf(till, id)).toBe("authentic");
});

test("a partial use is accepted where the kind allows it, up to the balance", async () => {
  const kind = await makeKind({ partialUse: true });
  const till = await makeTill();
  const order = await orderOf(kind);
  const id = await compared(till, order, kind);
  const receipt = await register(till, confirmation(id, { amount: 180_000 }));
  expect(await readReceipt(till, receipt ?? "", null)).toMatchObject({ amount: 180_000, balance: 300_000 });
  expect(await readLookup(till, id)).toMatchObject({
    verdict: "authentic",
    sheet: { value: 480_000, balance: 300_000 },
  });
  await expect(register(till, confirmation(id, { amount: 300_001 }))).rejects.toEqual(
    new Refusal("amount_not_left"),
  );
  await register(till, confirmation(id));
  expect(await verdictOf(till, id)).toBe("registered");
  expect(await eventsOf(order.id)).toEqual(["order.partly_used", "order.used"]);
});

test("a provider that looks a partly used order up again is told its own last part, whoever used another since", async () => {
  const kind = await makeKind({ partialUse: true });
  const [till, other] = [await makeTill(), await makeTill()];
  const order = await orderOf(kind);
  const receipt = await register(till, confirmation(await compared(till, order, kind), { amount: 180_000 }));
  await register(other, confirmation(await compared(other, order, kind), { amount: 100_000 }));
  expect(await readLookup(till, await lookUp(till, order, kind))).toMatchObject({
    verdict: "current",
    counter: { ownUse: { id: receipt }, ownPart: { id: receipt } },
  });
  const third = await makeTill();
  expect(await readLookup(third, await lookUp(third, order, kind))).toMatchObject({
    counter: { ownUse: null, ownPart: null },
  });
  const last = await compared(other, order, kind);
  await register(other, confirmation(last));
  expect(await readLookup(till, await lookUp(till, order, kind))).toMatchObject({
    verdict: "used",
    counter: { ownUse: null, ownPart: { id: receipt, counter: null } },
  });
  expect(await verdictOf(other, last)).toBe("registered");
});

test("a partial use is refused where the kind does not allow it", async () => {
  const { till, lookupId } = await makeComparedOrder();
  await expect(register(till, confirmation(lookupId, { amount: 1 }))).rejects.toEqual(
    new Refusal("amount_not_left"),
  );
});

test("where the kind requires a claim, one counter claims the order and the others wait", async () => {
  const kind = await makeKind({ claimFirst: true });
  const order = await orderOf(kind);
  const [till, other] = [await makeTill(), await makeTill()];
  const [mine, theirs] = [await compared(till, order, kind), await compared(other, order, kind)];
  expect(await register(till, confirmation(mine))).toBeNull();
  const held = await Promise.all([
    claimBeforeUse(grantToUse(till), mine, client()),
    claimBeforeUse(grantToUse(other), theirs, client()),
  ]);
  expect(held.filter(Boolean)).toHaveLength(1);
  const [winner, won, loser, lost] = held[0] ? [till, mine, other, theirs] : [other, theirs, till, mine];
  expect(await verdictOf(loser, lost)).toBe("claimed");
  expect(await register(loser, confirmation(lost))).toBeNull();
  expect(await verdictOf(winner, won)).toBe("authentic");
  await releaseOrder(grantToUse(loser), lost, client()); // not theirs to give back
  expect(await verdictOf(loser, lost)).toBe("claimed");
  await releaseOrder(grantToUse(winner), won, client());
  expect(await verdictOf(loser, lost)).toBe("authentic");
  expect(await claimBeforeUse(grantToUse(loser), lost, client())).toBe(true);
  expect(await register(loser, confirmation(lost))).not.toBeNull();
  expect(await owner`select from order_claim where order_id = ${order.id}`).toHaveLength(0);
  expect(await eventsOf(order.id)).toEqual([
    "order.claimed",
    "order.claim_released",
    "order.claimed",
    "order.used",
  ]);
});

test("a claim expires after 15 minutes, and claiming again does not extend it", async () => {
  const kind = await makeKind({ claimFirst: true });
  const order = await orderOf(kind);
  const [till, other] = [await makeTill(), await makeTill()];
  const [mine, theirs] = [await compared(till, order, kind), await compared(other, order, kind)];
  await claimBeforeUse(grantToUse(till), mine, client());
  const until = () => owner`select until from order_claim where order_id = ${order.id}`;
  const [first] = await until();
  expect(await claimBeforeUse(grantToUse(till), mine, client())).toBe(true);
  expect(await until()).toEqual([first]);
  await owner`update order_claim set until = clock_timestamp() where order_id = ${order.id}`;
  expect(await claimBeforeUse(grantToUse(other), theirs, client())).toBe(true);
});

test("a use is not stored with a counter of another provider", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const other = await makeTill();
  const [branch] = await owner<{ id: string }[]>`
    insert into branch (provider_id, name) values (${other.actor.provider.id}, 'Ajena') returning id`;
  const [counter] = await owner<{ id: string }[]>`
    insert into counter (branch_id, name) values (${branch?.id ?? null}, 'Caja 1') returning id`;
  const done = await registerOrderUse(
    grantToUse(till),
    confirmation(lookupId),
    counter?.id ?? null,
    client(),
  );
  expect(await readReceipt(till, done?.receipt ?? "", null)).toMatchObject({
    counterName: null,
    wayBack: "self",
  });
});
