import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { lookupLimits } from "@/domain/lookup/budget";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { recordScan, type Scan, scanOrder } from "@/domain/lookup/scan-order";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { codeUrl } from "@/domain/order-code/code";
import { blindIndex } from "@/lib/crypto/blind-index";
import { publicAddress } from "@/lib/mail/address";
import { colleagueOf, makeTill, owner, spendBudget } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { client } from "@/tests/support/use-order";

type Till = Awaited<ReturnType<typeof makeTill>>;
const scan = (till: Till, text: string, by: Scan["by"] = "camera") => scanOrder(till, { text, by }, client());
const answer = (till: Till, lookupId: string, digits: string) =>
  answerDigits(till, { lookupId, digits }, client());
/** Four digits that are not these. */
const wrong = (tail: string, nth = 1) => String((Number(tail) + nth) % 10_000).padStart(4, "0");

test("before the ID digits a scanned code reveals nothing of the order, and the look-up does not reference it", async () => {
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

test("the right ID digits open the same answer as typed numbers", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  await answer(till, id, order.tail);
  const typed = await readLookup(till, await lookUpOrder(till, { ...order, kindCode: "AS" }, client()));
  const scanned = await readLookup(till, id);
  expect(scanned).toMatchObject({ outcome: "current", number: order.number, sheet: typed?.sheet });
});

test("the last four digits of the ID are accepted in any spelling, and wrong ones are one miss however they are spelled", async () => {
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
  test(`an order that is ${state} says so after the ID digits, and not before`, async () => {
    const till = await makeTill();
    const order = await makePrintedOrder({ state });
    const id = await scan(till, order.url);
    expect((await readLookup(till, id))?.outcome).toBe("digits");
    await answer(till, id, order.tail);
    expect((await readLookup(till, id))?.outcome).toBe(outcome);
  });
}

test("after three wrong digits the code is blocked for that provider, also with the right ones", async () => {
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

test("of fifty concurrent wrong digits three count as misses, and none opens the order", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  await Promise.all(Array.from({ length: 50 }, (_, nth) => answer(till, id, wrong(order.tail, nth + 1))));
  expect(await readLookup(till, id)).toMatchObject({ outcome: "waiting", digitsMissed: 3, sheet: null });
});

test("a scan works when the ID's or the number's rate limit is reached, and waits for the person's", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const { affiliateDay, orderDay, personDay } = lookupLimits;
  const providerId = till.actor.provider.id;
  const idKey = affiliateIdIndex(order.idNumber).toString("hex");
  await spendBudget(affiliateDay.scope, `${providerId}:${idKey}`, affiliateDay.seconds, affiliateDay.limit);
  await spendBudget(
    orderDay.scope,
    `${providerId}:${blindIndex("order-number", `AS:${order.number.slice(2)}`).toString("hex")}`,
    orderDay.seconds,
    orderDay.limit,
  );
  const id = await scan(till, order.url);
  await answer(till, id, order.tail);
  expect((await readLookup(till, id))?.outcome).toBe("current");

  await spendBudget(personDay.scope, till.actor.personId, personDay.seconds, personDay.limit);
  expect((await readLookup(till, await scan(till, order.url)))?.outcome).toBe("waiting");
});

test("a validly signed code without an order is not found and counts as a miss", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  await owner`delete from order_code where order_id = ${order.id}`;
  expect(await readLookup(till, await scan(till, order.url))).toMatchObject({
    outcome: "not_found",
    number: null,
  });
});

test("a code with any byte changed is forged, and so is another value signed with a stolen key", async () => {
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

test("a code of another issuer is foreign, and its text is not stored", async () => {
  const till = await makeTill();
  const secret = `https://pagos.example/${randomBytes(12).toString("hex")}`;
  const id = await scan(till, secret);
  expect((await readLookup(till, id))?.outcome).toBe("foreign");
  const [row] = await owner`select to_jsonb(l)::text || coalesce((select string_agg(e.detail::text, '')
    from audit_event e where e.subject_id = l.id::text), '') as kept from lookup l where l.id = ${id}`;
  expect(row?.kept).not.toContain("pagos.example");
});

test("our code under another address is ours when its signature is valid, and foreign otherwise", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const moved = codeUrl("https://antes.caja.example", order.code);
  expect((await readLookup(till, await scan(till, moved)))?.outcome).toBe("digits");
  const changed = Buffer.from(order.code);
  changed[91] = (changed[91] ?? 0) ^ 1;
  const copy = codeUrl("https://otra.example", changed);
  expect((await readLookup(till, await scan(till, copy)))?.outcome).toBe("foreign");
});

test("a keyboard scanner's code is decoded from a Spanish layout; an incomplete one must be scanned again", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const mangled = order.url.replaceAll("-", "'").replaceAll("/", "-").replaceAll(":", "Ñ");
  expect((await readLookup(till, await scan(till, mangled, "keyboard")))?.outcome).toBe("digits");
  await expect(scan(till, order.url.slice(0, -3), "keyboard")).rejects.toMatchObject({ code: "code_cut" });
});

test("a look-up by a picture of the code stays marked as a picture after the ID digits", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url, "picture");
  await answer(till, id, order.tail);
  expect(await readLookup(till, id)).toMatchObject({ outcome: "current", channel: "picture" });
});

test("ID digits sent for another provider's look-up change and reveal nothing", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  const stranger = await makeTill();
  await answer(stranger, id, order.tail);
  expect(await readLookup(stranger, id)).toBeNull();
  expect((await readLookup(till, id))?.outcome).toBe("digits");
});

test("a provider whose convenio ended reads paused, and a removed member reads nothing", async () => {
  const order = await makePrintedOrder();
  const paused = await makeTill({ endsOn: "2021-01-01" });
  expect((await readLookup(paused, await scan(paused, order.url)))?.outcome).toBe("paused");
  const till = await makeTill();
  await owner`update membership set removed_at = now() where person_id = ${till.actor.personId}`;
  await expect(scan(till, order.url)).rejects.toThrow();
});

test("the audit log has the scan and each answer, names the order once it is known, and has no digits", async () => {
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

test("a deferred scan sent twice is one look-up with one answer", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = randomUUID();
  const send = () => recordScan(till, { text: order.url, by: "camera" }, client(), { id, deferred: true });
  expect(await Promise.all([send(), send()])).toEqual(["digits", "digits"]);
  await answer(till, id, order.tail);
  expect(await send()).toBe("current");
  expect((await readLookup(till, id))?.outcome).toBe("current");
  const [row] = await owner`select count(*)::int as n from lookup where id = ${id}`;
  expect(row?.n).toBe(1);
});
