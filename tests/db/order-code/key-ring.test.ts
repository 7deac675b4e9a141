import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase, publicDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { listKeys, listPublicKeys } from "@/db/queries/order-code-key";
import { checkIndex } from "@/domain/order-code/check-index";
import { checkPublicCode } from "@/domain/order-code/check-public-code";
import { holderTag } from "@/domain/order-code/holder-tag";
import { activeSigningKey, fillKeyRing, revokeKey, rotateKeys } from "@/domain/order-code/key-ring";
import { openCheckCode, orderSigner } from "@/domain/order-code/sign-code";
import { verifyOrderCode } from "@/domain/order-code/signature";
import { hashPassword } from "@/lib/crypto/password";
import { encodeBase32 } from "@/lib/encoding/base32";
import { env } from "@/lib/env";
import { authorize } from "@/model/access";
import { browser, owner, PASSWORD } from "@/tests/support/factories/account";
import { keepCode } from "@/tests/support/factories/order-code";
import { lockKeyRing } from "@/tests/support/key-ring-lock";
import { makeOrder, someAddress } from "@/tests/support/look-up-orders";
import { logOf, makeOfficial } from "@/tests/support/officials";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await lockKeyRing();
});
afterAll(async () => {
  await release();
});

async function keeper() {
  const actor = await makeOfficial("administrator");
  await owner`update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${actor.personId}`;
  return authorize(actor, "key.manage");
}

const ring = async () => {
  const keys = await listPublicKeys(cajaDatabase());
  const idOf = (state: string) => keys.find((key) => key.state === state)?.id ?? 0;
  return { keys, active: idOf("active"), next: idOf("next") };
};
const rotate = (grant: Awaited<ReturnType<typeof keeper>>, active: number, password = PASSWORD) =>
  rotateKeys(grant, { active, word: "ROTAR", password }, browser());

const facts = {
  orderId: "11111111-1111-4111-8111-111111111111",
  kindCode: "AS",
  kindNumber: 1,
  numberKey: "700004",
  issuedOn: "2026-11-24",
  validUntil: "2027-01-31",
  value: 480_000,
  affiliateIdKind: "CC",
  affiliateId: "1042555318",
};

test("concurrent creation of the key ring gives one active and one next key", async () => {
  await Promise.all(Array.from({ length: 10 }, () => fillKeyRing(cajaDatabase())));
  const { keys } = await ring();
  expect(keys.filter(({ state }) => state === "active")).toHaveLength(1);
  expect(keys.filter(({ state }) => state === "next")).toHaveLength(1);
});

test("a code signed by the active key verifies with its public key and contains the order's data", async () => {
  const grant = await keeper();
  const sign = await orderSigner(grant);
  const [one, other] = [sign(facts), sign(facts)];
  const check = verifyOrderCode(one.code, (await ring()).keys);
  expect(check).toMatchObject({
    outcome: "authentic",
    code: { kindNumber: 1, issuedOn: "2026-11-24", validUntil: "2027-01-31", value: 480_000 },
  });
  expect(one.code.subarray(4, 12)).toEqual(one.codeId);
  expect(one.code.subarray(20, 28)).toEqual(holderTag("CC", "1042555318", one.codeId));
  expect(one.code[2]).toBe(one.keyId);
  expect(openCheckCode(facts.orderId, one.checkSealed)).toBe(one.checkCode);
  expect(one.checkIndex).toEqual(checkIndex("AS", "700004", one.checkCode));
  // Two codes of one person and order have nothing random or personal in common.
  expect(one.codeId).not.toEqual(other.codeId);
  expect(one.checkCode).not.toBe(other.checkCode);
  expect(one.code.subarray(20, 28)).not.toEqual(other.code.subarray(20, 28));
  for (const secret of ["1042555318", "700004"]) expect(one.code.includes(secret)).toBe(false);
});

test("an order whose value does not fit the code's fields is an error, never a wrong code", async () => {
  const sign = await orderSigner(await keeper());
  expect(() => sign({ ...facts, value: 0 })).toThrow(RangeError);
});

test("rotation makes the next key active, retires the active one, creates a next one, and is in the audit log", async () => {
  const grant = await keeper();
  const before = await ring();
  await rotate(grant, before.active);
  const after = await ring();
  expect(after.active).toBe(before.next);
  expect(after.next).toBe(before.next + 1);
  expect(after.keys.find(({ id }) => id === before.active)?.state).toBe("retired");
  expect((await activeSigningKey(cajaDatabase())).id).toBe(before.next);
  expect(await logOf(grant.actor.personId)).toEqual([
    { action: "order_key.rotated", detail: { retired: before.active, next: after.next } },
  ]);
});

test("codes of a retired key still verify; those of a revoked key do not", async () => {
  const grant = await keeper();
  const { code, keyId } = (await orderSigner(grant))(facts);
  await rotate(grant, keyId);
  expect(verifyOrderCode(code, (await ring()).keys).outcome).toBe("authentic");
  await revokeKey(grant, { key: keyId, password: PASSWORD }, browser());
  const published = (await ring()).keys.filter(({ state }) => state !== "revoked");
  expect(verifyOrderCode(code, published).outcome).toBe("unknown_key");
});

test("the public page accepts codes of a revoked key only if the caja printed them", async () => {
  const grant = await keeper();
  const sign = await orderSigner(grant);
  const order = await makeOrder();
  const [printed, loose] = [sign({ ...facts, orderId: order.id }), sign(facts)];
  await keepCode(order.id, printed);
  await rotate(grant, printed.keyId);
  const ask = ({ code }: { code: Uint8Array }) => checkPublicCode(encodeBase32(code), { ip: someAddress() });
  expect([await ask(printed), await ask(loose)]).toEqual([{ answer: "made" }, { answer: "made" }]);
  await revokeKey(grant, { key: printed.keyId, password: PASSWORD }, browser());
  expect([await ask(printed), await ask(loose)]).toEqual([{ answer: "made" }, { answer: "unknown" }]);
});

test("of ten rotations decided on the same active key one succeeds", async () => {
  const keepers = await Promise.all(Array.from({ length: 10 }, keeper));
  const before = await ring();
  const results = await Promise.allSettled(keepers.map((grant) => rotate(grant, before.active)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "key_changed" });
  expect((await ring()).active).toBe(before.next);
});

test("a wrong password, another role and a disabled administrator cannot rotate or revoke", async () => {
  const grant = await keeper();
  const before = await ring();
  await expect(rotate(grant, before.active, "otra frase larga")).rejects.toMatchObject({
    code: "wrong_password",
  });
  await owner`update person set caja_role = 'officer' where id = ${grant.actor.personId}`;
  await expect(rotate(grant, before.active)).rejects.toMatchObject({ code: "not_allowed" });
  const officer = await makeOfficial("officer");
  expect(() => authorize(officer, "key.manage")).toThrow("not_allowed");
  expect(await ring()).toEqual(before);
});

test("only a retired key can be revoked, and once", async () => {
  const grant = await keeper();
  const { active, next } = await ring();
  for (const key of [active, next])
    await expect(revokeKey(grant, { key, password: PASSWORD }, browser())).rejects.toMatchObject({
      code: "key_changed",
    });
  await rotate(grant, active);
  const revoke = () => revokeKey(grant, { key: active, password: PASSWORD }, browser());
  const results = await Promise.allSettled([revoke(), revoke(), revoke()]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("private keys are encrypted, bound to their row and unreadable for the provider role", async () => {
  const rows = await owner<{ id: number; private_sealed: Buffer }[]>`
    select id, private_sealed from order_key order by id`;
  for (const { private_sealed } of rows) {
    // The head of every Ed25519 private key in PKCS#8, as bytes and as the base64 that is sealed.
    expect(private_sealed.includes(Buffer.from("302e020100300506032b6570", "hex"))).toBe(false);
    expect(private_sealed.includes("MC4CAQAwBQYDK2Vw")).toBe(false);
  }
  for (const role of ["app_provider", "app_jobs"] as const) {
    const client = connect(env().DATABASE_URL, role, 1);
    for (const statement of [
      "select private_sealed from order_key",
      "select * from order_key",
      "select add_order_key(200, '', '')",
      "select rotate_order_key(null, 1, 2, '', '', '')",
      "select revoke_order_key(null, 1, '')",
      "select code from order_code",
      "select check_index from order_code",
    ])
      await expect(client.unsafe(statement), `${role}: ${statement}`).rejects.toThrow(/permission denied/);
    await client.end();
  }
  await expect(activeSigningKey(publicDatabase())).rejects.toThrow();
  await expect(activeSigningKey(jobsDatabase())).rejects.toThrow();
  const caja = connect(env().DATABASE_URL, "app_caja", 1);
  for (const statement of [
    "update order_key set state = 'retired'",
    "insert into order_key values (9)",
    "delete from order_key",
  ])
    await expect(caja.unsafe(statement)).rejects.toThrow(/permission denied/);
  await caja.end();
});

test("the key list counts the printed orders of each key", async () => {
  const grant = await keeper();
  const sign = await orderSigner(grant);
  const before = (await listKeys(cajaDatabase(), grant)).find(({ state }) => state === "active");
  const orders = [await makeOrder(), await makeOrder()];
  for (const { id } of orders) {
    await keepCode(id, sign({ ...facts, orderId: id }));
  }
  const after = (await listKeys(cajaDatabase(), grant)).find(({ id }) => id === before?.id);
  expect(after?.printed).toBe((before?.printed ?? 0) + 2);
});
