import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { lookupLimits } from "@/domain/lookup/budget";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { type Scan, scanOrder } from "@/domain/lookup/scan-order";
import { codeUrl } from "@/domain/order-code/code";
import { blindIndex } from "@/lib/crypto/blind-index";
import { publicAddress } from "@/lib/mail/address";
import { colleagueOf, makeTill, owner, someAddress, spendBudget } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";

afterAll(() => owner.end());

type Till = Awaited<ReturnType<typeof makeTill>>;
const client = () => ({ ip: someAddress() });
const scan = (till: Till, text: string, by: Scan["by"] = "camera") => scanOrder(till, { text, by }, client());
const answer = (till: Till, lookupId: string, digits: string) =>
  answerDigits(till, { lookupId, digits }, client());
/** Four digits that are not these. */
const wrong = (tail: string, nth = 1) => String((Number(tail) + nth) % 10_000).padStart(4, "0");

test("a code that was read shows nothing of the order before the digits, and the row does not point to it", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  expect(await readLookup(till, id)).toMatchObject({
    outcome: "digits",
    channel: "scan",
    number: null,
    numberTyped: "",
    sheet: null,
    endsOn: null,
  });
  const [row] = await owner`select order_id, id_index, id_sealed, digits from lookup where id = ${id}`;
  expect(row).toEqual({ order_id: null, id_index: null, id_sealed: null, digits: "asked" });
});

test("the right digits open the same answer as the numbers typed", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  await answer(till, id, order.tail);
  const typed = await readLookup(till, await lookUpOrder(till, { ...order, kindCode: "AS" }, client()));
  const scanned = await readLookup(till, id);
  expect(scanned).toMatchObject({ outcome: "current", number: order.number, sheet: typed?.sheet });
});

test("the last four are right however they are typed, and each way of typing them is one try", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder({ idNumber: "1042500105" });
  for (const typed of ["O105", "oio5", "０１０５", "0-105", "No. 0105"]) {
    const id = await scan(till, order.url);
    await answer(till, id, typed);
    expect((await readLookup(till, id))?.outcome, typed).toBe("current");
  }
  const id = await scan(till, order.url);
  await answer(till, id, "O1O6");
  expect(await readLookup(till, id)).toMatchObject({ outcome: "digits", digitsMissed: 1 });
});

for (const [state, outcome] of [
  ["used", "used"],
  ["annulled", "annulled"],
] as const) {
  test(`an order that is ${state} says so after the digits, and not before`, async () => {
    const till = await makeTill();
    const order = await makePrintedOrder({ state });
    const id = await scan(till, order.url);
    expect((await readLookup(till, id))?.outcome).toBe("digits");
    await answer(till, id, order.tail);
    expect((await readLookup(till, id))?.outcome).toBe(outcome);
  });
}

test("three wrong endings are three misses, and then the code waits for that provider, with right ones too", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  for (const nth of [1, 2]) {
    await answer(till, id, wrong(order.tail, nth));
    expect(await readLookup(till, id)).toMatchObject({ outcome: "digits", digitsMissed: nth, sheet: null });
  }
  await answer(till, id, wrong(order.tail, 3));
  const waiting = await readLookup(till, id);
  expect(waiting).toMatchObject({ outcome: "waiting", sheet: null, number: null });
  expect(waiting?.waitUntil?.getTime()).toBeGreaterThan(waiting?.readAt.getTime() ?? 0);
  await answer(till, id, order.tail);
  expect((await readLookup(till, id))?.outcome).toBe("waiting");
  expect((await readLookup(till, await scan(till, order.url)))?.outcome).toBe("waiting");
  expect((await readLookup(till, await scan(await colleagueOf(till), order.url)))?.outcome).toBe("waiting");

  const [spent] = await owner`select spent from budget_counter
    where scope = ${lookupLimits.personDay.scope} and key = ${till.actor.personId}`;
  expect(spent?.spent).toBe(3);
  const other = await makeTill();
  expect((await readLookup(other, await scan(other, order.url)))?.outcome).toBe("digits");
});

test("fifty wrong endings at once count three misses, and none of them opens the order", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  await Promise.all(Array.from({ length: 50 }, (_, nth) => answer(till, id, wrong(order.tail, nth + 1))));
  expect(await readLookup(till, id)).toMatchObject({ outcome: "waiting", digitsMissed: 3, sheet: null });
});

test("the code still works when the ID's or the number's budget is spent, and waits when the person's is", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const { affiliateDay, orderDay, personDay } = lookupLimits;
  const providerId = till.actor.provider.id;
  const idKey = blindIndex(order.idNumber).toString("hex");
  await spendBudget(affiliateDay.scope, `${providerId}:${idKey}`, affiliateDay.seconds, affiliateDay.limit);
  await spendBudget(
    orderDay.scope,
    `${providerId}:AS:${order.number.slice(2)}`,
    orderDay.seconds,
    orderDay.limit,
  );
  const id = await scan(till, order.url);
  await answer(till, id, order.tail);
  expect((await readLookup(till, id))?.outcome).toBe("current");

  await spendBudget(personDay.scope, till.actor.personId, personDay.seconds, personDay.limit);
  expect((await readLookup(till, await scan(till, order.url)))?.outcome).toBe("waiting");
});

test("a code signed by us that no order carries is not found, and counts as a miss", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  await owner`delete from order_code where order_id = ${order.id}`;
  expect(await readLookup(till, await scan(till, order.url))).toMatchObject({
    outcome: "not_found",
    number: null,
  });
});

test("a changed byte anywhere is forged; a value signed with a stolen key is forged too", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  for (const at of [2, 5, 14, 19, 22, 40, 91]) {
    const changed = Buffer.from(order.code);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const id = await scan(till, codeUrl(publicAddress("/"), changed));
    expect((await readLookup(till, id))?.outcome).toBe("forged");
  }
  await owner`update order_code set code = ${randomBytes(92)} where order_id = ${order.id}`;
  expect((await readLookup(till, await scan(till, order.url)))?.outcome).toBe("forged");
});

test("somebody else's code is foreign, and its text stays nowhere", async () => {
  const till = await makeTill();
  const secret = `https://pagos.example/${randomBytes(12).toString("hex")}`;
  const id = await scan(till, secret);
  expect((await readLookup(till, id))?.outcome).toBe("foreign");
  const [row] = await owner`select to_jsonb(l)::text || coalesce((select string_agg(e.detail::text, '')
    from audit_event e where e.subject_id = l.id::text), '') as kept from lookup l where l.id = ${id}`;
  expect(row?.kept).not.toContain("pagos.example");
});

test("our code under another address is ours by its signature alone, and foreign when that is broken", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const moved = codeUrl("https://antes.caja.example", order.code);
  expect((await readLookup(till, await scan(till, moved)))?.outcome).toBe("digits");
  const changed = Buffer.from(order.code);
  changed[91] = (changed[91] ?? 0) ^ 1;
  const copy = codeUrl("https://otra.example", changed);
  expect((await readLookup(till, await scan(till, copy)))?.outcome).toBe("foreign");
});

test("a keyboard scanner's code is read as a Spanish keyboard types it; one that lost letters is read again", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const mangled = order.url.replaceAll("-", "'").replaceAll("/", "-").replaceAll(":", "Ñ");
  expect((await readLookup(till, await scan(till, mangled, "keyboard")))?.outcome).toBe("digits");
  await expect(scan(till, order.url.slice(0, -3), "keyboard")).rejects.toMatchObject({ code: "code_cut" });
});

test("a picture of the code keeps that it was a picture, through the digits", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url, "picture");
  await answer(till, id, order.tail);
  expect(await readLookup(till, id)).toMatchObject({ outcome: "current", channel: "picture" });
});

test("digits for another provider's question do nothing and tell nothing", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  const stranger = await makeTill();
  await answer(stranger, id, order.tail);
  expect(await readLookup(stranger, id)).toBeNull();
  expect((await readLookup(till, id))?.outcome).toBe("digits");
});

test("a provider whose convenio ended reads paused, and a person that left it reads nothing", async () => {
  const order = await makePrintedOrder();
  const paused = await makeTill({ endsOn: "2021-01-01" });
  expect((await readLookup(paused, await scan(paused, order.url)))?.outcome).toBe("paused");
  const till = await makeTill();
  await owner`update membership set removed_at = now() where person_id = ${till.actor.personId}`;
  await expect(scan(till, order.url)).rejects.toThrow();
});

test("the log has the reading and each answer, with the order only once it is known, and no digits", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  await answer(till, id, wrong(order.tail));
  await answer(till, id, order.tail);
  const events = await owner`select action, channel, detail from audit_event
    where subject_kind = 'lookup' and subject_id = ${id} order by seq`;
  expect([...events]).toEqual([
    { action: "order.looked_up", channel: "scan", detail: { outcome: "digits", order: order.id } },
    { action: "order.digits_answered", channel: "scan", detail: { outcome: "digits" } },
    { action: "order.digits_answered", channel: "scan", detail: { outcome: "current", order: order.id } },
  ]);
});

test("a question that a phone kept and sends twice is one question with one answer", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = randomUUID();
  const send = () => scanOrder(till, { text: order.url, by: "camera" }, client(), id);
  expect(await Promise.all([send(), send()])).toEqual([id, id]);
  await answer(till, id, order.tail);
  expect(await send()).toBe(id);
  expect((await readLookup(till, id))?.outcome).toBe("current");
  const [row] = await owner`select count(*)::int as n from lookup where id = ${id}`;
  expect(row?.n).toBe(1);
});
