import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { askDeferred } from "@/domain/lookup/ask-deferred";
import { scanOrder } from "@/domain/lookup/scan-order";
import { encodeBase32 } from "@/lib/encoding/base32";
import { colleagueOf, makeTill, owner, someAddress } from "@/tests/support/look-up-orders";
import { makePrintedOrder, type PrintedOrder } from "@/tests/support/printed-order";

type Till = Awaited<ReturnType<typeof makeTill>>;
const client = () => ({ ip: someAddress(), counterId: null });
const ask = (till: Till, { code }: PrintedOrder, id: string = randomUUID()) =>
  askDeferred(till, { id, code: encodeBase32(code), channel: "scan" }, client());

/** As if a provider had registered the whole of it. */
const useUp = ({ id }: PrintedOrder, providerId: string) =>
  owner.begin(async (transaction) => {
    await transaction`insert into order_use (order_id, kind, amount, balance, key, provider_id)
      values (${id}, 'use', 480000, 0, gen_random_uuid(), ${providerId})`;
    await transaction`update "order" set state = 'used', balance = 0 where id = ${id}`;
  });

for (const [shape, answer] of [
  [{}, "current"],
  [{ state: "used" }, "used"],
  [{ state: "annulled" }, "annulled"],
  [{ issuedIn: -40, endsIn: -1 }, "expired"],
  [{ issuedIn: 3 }, "not_yet"],
  [{ providerNit: "900000001" }, "other_provider"],
] as const) {
  test(`a deferred look-up of a code whose order is ${answer} gets that one word as its answer`, async () => {
    expect(await ask(await makeTill(), await makePrintedOrder(shape))).toBe(answer);
  });
}

test("a deferred look-up answers used by this provider or, to another one, only used", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  await useUp(order, till.actor.provider.id);
  expect(await ask(till, order)).toBe("registered");
  expect(await ask(await colleagueOf(till), order)).toBe("registered");
  expect(await ask(await makeTill(), order)).toBe("used");
});

test("a deferred look-up tells a running claim of another provider, not one's own or an expired one", async () => {
  const [till, other] = [await makeTill(), await makeTill()];
  const order = await makePrintedOrder();
  const lookupId = randomUUID();
  await ask(other, order, lookupId);
  await owner`insert into order_claim (order_id, provider_id, person_id, lookup_id, claimed_at, until)
    values (${order.id}, ${other.actor.provider.id}, ${other.actor.personId}, ${lookupId}, now(), now() + interval '15 minutes')`;
  expect(await ask(till, order)).toBe("claimed");
  expect(await ask(other, order)).toBe("current");
  await owner`update order_claim set until = now() - interval '1 second' where order_id = ${order.id}`;
  expect(await ask(till, order)).toBe("current");
});

test("a deferred look-up sent twice with its id is one look-up, and answers the state of the second time", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = randomUUID();
  expect(await Promise.all([ask(till, order, id), ask(till, order, id)])).toEqual(["current", "current"]);
  await answerDigits(till, { lookupId: id, digits: order.tail }, client());
  await owner`update "order" set state = 'annulled' where id = ${order.id}`;
  expect(await ask(till, order, id)).toBe("annulled");
  const [row] = await owner`select count(*)::int as n from lookup where id = ${id}`;
  expect(row?.n).toBe(1);
});

test("a deferred look-up sent for another provider reveals nothing of the order", async () => {
  const order = await makePrintedOrder({ state: "used" });
  const id = randomUUID();
  await ask(await makeTill(), order, id);
  expect(await ask(await makeTill(), order, id)).toBe("waiting");
});

test("a deferred look-up answers paused after the convenio ended, and forged for a changed code", async () => {
  const order = await makePrintedOrder();
  expect(await ask(await makeTill({ endsOn: "2021-01-01" }), order)).toBe("paused");
  const code = Buffer.from(order.code);
  code[40] = (code[40] ?? 0) ^ 1;
  expect(await ask(await makeTill(), { ...order, code })).toBe("forged");
});

/** Three wrong endings of a code, after which it makes this provider wait. */
async function pauseCode(till: Till, { url, tail }: PrintedOrder): Promise<void> {
  const lookupId = await scanOrder(till, { text: url, by: "camera" }, client());
  const digits = tail === "0000" ? "1111" : "0000";
  for (let miss = 0; miss < 3; miss += 1) await answerDigits(till, { lookupId, digits }, client());
}

test("during a pause of the rate limit a deferred look-up writes nothing, and the same id is answered after it", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  await pauseCode(till, order);
  const id = randomUUID();
  const rows = async () => {
    const [row] = await owner`
      select (select count(*)::int from lookup where id = ${id}) as lookups,
        (select count(*)::int from audit_event where subject_id = ${id}) as events`;
    return row;
  };
  expect(await ask(till, order, id)).toBeNull();
  expect(await rows()).toEqual({ lookups: 0, events: 0 });
  // Another code is answered meanwhile.
  expect(await ask(till, await makePrintedOrder())).toBe("current");

  const { provider } = till.actor;
  await owner`update budget_counter set paused_until = now() - interval '1 second'
    where scope = 'lookup.digits.day' and key like ${`${provider.id}:%`}`;
  expect(await ask(till, order, id)).toBe("current");
  expect(await rows()).toEqual({ lookups: 1, events: 1 });
});

test("during a pause a deferred code that no order has is told to wait as well, and spends nothing", async () => {
  const till = await makeTill();
  const spent = async () => {
    const [row] = await owner`
      select spent from budget_counter where scope = 'lookup.person.day' and key = ${till.actor.personId}`;
    return row?.spent;
  };
  const missing = async () => {
    const order = await makePrintedOrder();
    await owner`delete from order_code where order_id = ${order.id}`;
    return order;
  };
  for (let miss = 0; miss < 10; miss += 1) expect(await ask(till, await missing())).toBe("not_found");
  expect(await ask(till, await missing())).toBeNull();
  expect(await spent()).toBe(10);
});

test("a deferred look-up is stored without its order", async () => {
  const till = await makeTill();
  const id = randomUUID();
  await ask(till, await makePrintedOrder(), id);
  const [row] = await owner`select order_id, outcome from lookup where id = ${id}`;
  expect(row).toEqual({ order_id: null, outcome: "digits" });
});
