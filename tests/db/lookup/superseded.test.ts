import { afterAll, beforeAll, expect, test } from "vitest";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { askDeferred } from "@/domain/lookup/ask-deferred";
import { publicCodeLimits } from "@/domain/lookup/budget";
import { compareOrder } from "@/domain/lookup/compare";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { scanOrder } from "@/domain/lookup/scan-order";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { replaceOrder } from "@/domain/order/change-order";
import { affiliateIdPlace } from "@/domain/order/sealed-fields";
import { checkPublicCode } from "@/domain/order-code/check-public-code";
import { printOrder } from "@/domain/print/print";
import { signedDeadList } from "@/domain/proof/dead-list";
import { seal } from "@/lib/crypto/seal";
import { authorize } from "@/model/access";
import { lockKeyRing } from "@/tests/support/key-ring-lock";
import { makeOrder, makeTill, owner, someAddress } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { client } from "@/tests/support/use-order";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await lockKeyRing();
});
afterAll(async () => {
  await release();
});

type Till = Awaited<ReturnType<typeof makeTill>>;

/** An order that was printed, and printed again after `change`: both papers. */
async function twoPapers(change: (id: string) => Promise<unknown>) {
  // So that an extension stays within what its kind allows.
  const order = await makeOrder({ endsIn: 5 });
  const grant = await grantOf("officer", "order.print");
  const first = await printOrder(grant, order.id, client());
  await change(order.id);
  const second = await printOrder(grant, order.id, client());
  expect(second.codeUrl).not.toBe(first.codeUrl);
  return { order, first, second };
}
const extended = (id: string) => owner`update "order" set valid_until = valid_until + 10 where id = ${id}`;
/** The key that signed the first paper is revoked, as after a theft. */
async function keyRevoked(id: string) {
  await owner`update order_key set state = 'retired', retired_at = now() where state = 'active'`;
  await owner`update order_key set state = 'active', activated_at = now() where state = 'next'`;
  await owner`update order_key k set state = 'revoked', revoked_at = now() from order_code c
    where c.order_id = ${id} and k.id = c.key_id`;
}

/** The core corrects the ID of the order's person. */
async function idCorrected(id: string, idNumber: string) {
  const sealed = seal(idNumber, affiliateIdPlace(id));
  await owner`update "order" set affiliate_id_sealed = ${sealed}, affiliate_id_index = ${affiliateIdIndex(idNumber)}
    where id = ${id}`;
}

type Papers = Awaited<ReturnType<typeof twoPapers>>;

async function scanned(till: Till, url: string, order: Papers["order"]) {
  const lookupId = await scanOrder(till, { text: url, by: "camera" }, client());
  await answerDigits(till, { lookupId, digits: order.idNumber.slice(-4) }, client());
  return { lookupId, answer: await readLookup(till, lookupId) };
}
async function typed(till: Till, order: Papers["order"], checkCode: string) {
  const input = { idNumber: order.idNumber, number: order.number, kindCode: "AS", checkCode };
  return readLookup(till, await lookUpOrder(till, input, client()));
}
const missesOf = async (till: Till) => {
  const [row] = await owner<
    { spent: number }[]
  >`select coalesce(sum(spent), 0)::int as spent from budget_counter
    where scope like 'lookup.%' and key = ${till.actor.personId}`;
  return row?.spent;
};

for (const [why, change] of [
  ["an extension", extended],
  ["a revoked key", keyRevoked],
] as const)
  test(`after ${why} and a reprint, the first paper is recognised as superseded everywhere, costs no miss and cannot be used`, async () => {
    const { order, first, second } = await twoPapers(change);
    const till = await makeTill();
    const { lookupId, answer } = await scanned(till, first.codeUrl, order);
    expect(answer).toMatchObject({
      outcome: "superseded",
      verdict: "superseded",
      number: order.number,
      sheet: null,
    });
    expect(answer?.stateChangedAt).toBeInstanceOf(Date);
    await compareOrder(till, lookupId, { way: "rows", differing: [] }, client());
    expect(await owner`select from comparison where lookup_id = ${lookupId}`).toHaveLength(0);
    expect(await typed(till, order, first.checkCode)).toMatchObject({ outcome: "superseded", sheet: null });
    expect(await missesOf(till)).toBe(0);
    const ip = someAddress();
    expect(await checkPublicCode(first.codeUrl, { ip })).toEqual({ answer: "superseded" });
    const [miss] = await owner<{ spent: number }[]>`
      select spent from budget_counter where scope = ${publicCodeLimits.miss.scope} and key = ${ip}`;
    expect(miss?.spent ?? 0).toBe(0);
    expect((await scanned(till, second.codeUrl, order)).answer).toMatchObject({ outcome: "current" });
    expect(await typed(till, order, second.checkCode)).toMatchObject({ outcome: "current" });
    expect(await checkPublicCode(second.codeUrl, { ip })).toEqual({ answer: "made" });
  });

test("after a corrected ID and a reprint, the new paper opens with the new ending only, and the first is superseded", async () => {
  const right = "1042555381";
  const { order, first, second } = await twoPapers((id) => idCorrected(id, right));
  expect(second.affiliateId).toBe(right);
  const till = await makeTill();
  const holder = { ...order, idNumber: right };
  expect((await scanned(till, second.codeUrl, holder)).answer).toMatchObject({ outcome: "current" });
  expect(await missesOf(till)).toBe(0);
  const former = { ...order, idNumber: "1042555318" };
  expect((await scanned(till, second.codeUrl, former)).answer).toMatchObject({ outcome: "digits" });
  expect((await scanned(till, first.codeUrl, order)).answer).toMatchObject({ outcome: "superseded" });
});

test("used, annulled and replaced take precedence over a superseded paper", async () => {
  const { order, first } = await twoPapers(extended);
  const till = await makeTill();
  await replaceOrder(
    await grantOf("officer", "order.change"),
    { order: order.id, reason: "Se perdió el papel" },
    client(),
  );
  expect((await scanned(till, first.codeUrl, order)).answer).toMatchObject({ outcome: "replaced" });
  expect(await typed(till, order, first.checkCode)).toMatchObject({ outcome: "replaced" });
  expect(await checkPublicCode(first.codeUrl, client())).toEqual({ answer: "superseded" });
});

test("the public page says that the paper of a replaced order is superseded", async () => {
  const order = await makeOrder();
  const paper = await printOrder(await grantOf("officer", "order.print"), order.id, client());
  expect(await checkPublicCode(paper.codeUrl, client())).toEqual({ answer: "made" });
  await replaceOrder(
    await grantOf("officer", "order.change"),
    { order: order.id, reason: "Se perdió" },
    client(),
  );
  expect(await checkPublicCode(paper.codeUrl, client())).toEqual({ answer: "superseded" });
});

test("a phone without internet keeps a list of superseded papers and answers the same as the server", async () => {
  const { order, first } = await twoPapers(extended);
  const till = await makeTill();
  const idOf = async () => {
    const [row] = await owner<
      { code_id: Buffer }[]
    >`select code_id from superseded_code where order_id = ${order.id}`;
    return row?.code_id ?? Buffer.alloc(8);
  };
  const listed = async (which: "dead" | "superseded") => {
    const signed = await signedDeadList(authorize(till.actor, "order.look_up"));
    const list = Buffer.from(which === "dead" ? signed.list : signed.superseded.list, "base64url");
    const id = await idOf();
    for (let at = 8; at < list.length; at += 8) if (list.subarray(at, at + 8).equals(id)) return true;
    return false;
  };
  expect([await listed("dead"), await listed("superseded")]).toEqual([false, true]);
  const question = { id: crypto.randomUUID(), code: first.codeUrl, channel: "scan" as const };
  expect(await askDeferred(till, question, { ...client(), counterId: null })).toBe("superseded");
  await owner`update "order" set state = 'annulled' where id = ${order.id}`;
  expect([await listed("dead"), await listed("superseded")]).toEqual([true, false]);
});
