import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { lookupLimits } from "@/domain/lookup/budget";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { LookUpInput } from "@/domain/lookup/schema";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { checkCodeOf, printedCheckCode } from "@/domain/order-code/check-code";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { orderSigner } from "@/domain/order-code/sign-code";
import { blindIndex } from "@/lib/crypto/blind-index";
import { normaliseOrderNumber } from "@/model/order-number";
import { keepCode } from "@/tests/support/factories/order-code";
import {
  type CreatedOrder,
  makeOrder,
  makeTill,
  owner,
  someAddress,
  someDigits,
  spendBudget,
} from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";

beforeAll(() => fillKeyRing(cajaDatabase()));

/** An order whose paper was printed; answers its check code as nine letters. */
async function makePrinted(
  shape: Parameters<typeof makeOrder>[0] = {},
): Promise<CreatedOrder & { checkCode: string }> {
  const order = await makeOrder(shape);
  const sign = await orderSigner(await grantOf("administrator", "settings.edit"));
  const signed = sign({
    orderId: order.id,
    kindCode: "AS",
    kindNumber: 1,
    numberKey: normaliseOrderNumber(order.number),
    issuedOn: "2026-01-01",
    validUntil: "2027-12-31",
    value: 480_000,
    affiliateIdKind: "CC",
    affiliateId: order.idNumber,
  });
  await keepCode(order.id, signed);
  return { ...order, checkCode: signed.checkCode };
}

type Till = Awaited<ReturnType<typeof makeTill>>;
async function ask(till: Till, order: CreatedOrder, checkCode?: string, ip = someAddress()) {
  const input = { idNumber: order.idNumber, number: order.number, kindCode: "AS", checkCode };
  const id = await lookUpOrder(till, input, { ip });
  const [row] = await owner<{ channel: string }[]>`select channel from lookup where id = ${id}`;
  return { outcome: (await readLookup(till, id))?.outcome, channel: row?.channel };
}

const another = () => checkCodeOf(randomBytes(8));
const spendOrder = (till: Till, order: CreatedOrder) =>
  spendBudget(
    lookupLimits.orderDay.scope,
    `${till.actor.provider.id}:${blindIndex("order-number", `AS:${normaliseOrderNumber(order.number)}`).toString("hex")}`,
    lookupLimits.orderDay.seconds,
    lookupLimits.orderDay.limit,
  );
const spendAffiliate = (till: Till, order: CreatedOrder) =>
  spendBudget(
    lookupLimits.affiliateDay.scope,
    `${till.actor.provider.id}:${affiliateIdIndex(order.idNumber).toString("hex")}`,
    lookupLimits.affiliateDay.seconds,
    lookupLimits.affiliateDay.limit,
  );

test("the check code opens the answer although the rate limit of the number or of the ID is reached", async () => {
  for (const spend of [spendOrder, spendAffiliate]) {
    const [till, order] = [await makeTill(), await makePrinted()];
    await spend(till, order);
    expect(await ask(till, order)).toEqual({ outcome: "waiting", channel: "typed" });
    expect(await ask(till, order, order.checkCode)).toEqual({ outcome: "current", channel: "check_code" });
  }
});

test("with the check code too, the rate limits of the person and of the provider apply", async () => {
  const { personDay, providerDay } = lookupLimits;
  for (const limit of [personDay, providerDay]) {
    const [till, order, ip] = [await makeTill(), await makePrinted(), someAddress()];
    const keys: Record<string, string> = {
      [personDay.scope]: till.actor.personId,
      [providerDay.scope]: till.actor.provider.id,
    };
    await spendBudget(limit.scope, keys[limit.scope] ?? "", limit.seconds, limit.limit);
    expect((await ask(till, order, order.checkCode, ip)).outcome).toBe("waiting");
  }
});

test("with its check code, an order of our own series is found without its leading zeros", async () => {
  const [till, serial] = [await makeTill(), someDigits(4)];
  const order = await makePrinted({ number: `H000${serial}` });
  for (const number of [order.number, `H${serial}`, `h 0${serial}`, `No. H-00${serial}`])
    expect(await ask(till, { ...order, number }, order.checkCode), number).toMatchObject({
      outcome: "current",
    });
  expect((await ask(till, { ...order, number: `H${serial}` }, another())).outcome).toBe("not_found");
});

test("a wrong check code counts as a miss, also when number and ID are right", async () => {
  const [till, order] = [await makeTill(), await makePrinted()];
  for (let miss = 0; miss < lookupLimits.personDay.pauses[0].at; miss += 1)
    expect((await ask(till, order, another())).outcome).toBe("not_found");
  expect((await ask(till, order, order.checkCode)).outcome).toBe("waiting");
});

test("the check code of another order, and any for an order never printed, count as misses", async () => {
  const [till, one, other] = [await makeTill(), await makePrinted(), await makePrinted()];
  expect((await ask(till, one, other.checkCode)).outcome).toBe("not_found");
  expect((await ask(till, await makeOrder(), another())).outcome).toBe("not_found");
  expect((await ask(till, { ...one, idNumber: other.idNumber }, one.checkCode)).outcome).toBe("not_found");
});

test("the form accepts a check code as printed and rejects a wrong character before asking the server", () => {
  const code = checkCodeOf(Buffer.from("5a13c7e4099b20f1", "hex"));
  const form = { idNumber: "1042555318", kindCode: "AS", number: "700004" };
  const read = (checkCode?: string) => LookUpInput.safeParse({ ...form, checkCode });
  expect(read(printedCheckCode(code)).data?.checkCode).toBe(code);
  expect(read(` ${code.toLowerCase()} `).data?.checkCode).toBe(code);
  for (const nothing of [undefined, "", "  "]) expect(read(nothing).data?.checkCode).toBeUndefined();
  expect(read(code.replace("7", "8")).error?.issues[0]).toMatchObject({
    path: ["checkCode"],
    message: "checkWrong",
  });
  expect(read("TK7-49V").error?.issues[0]).toMatchObject({ path: ["checkCode"], message: "checkShape" });
});
