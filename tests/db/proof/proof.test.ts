import { createPublicKey, randomUUID, verify } from "node:crypto";
import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { listReceiptKeys } from "@/db/queries/proof-key";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { publicProofLimits } from "@/domain/lookup/budget";
import { compareOrder } from "@/domain/lookup/compare";
import { readLookup } from "@/domain/lookup/read-lookup";
import { scanOrder } from "@/domain/lookup/scan-order";
import { checkProof } from "@/domain/proof/check-proof";
import { giveLookupProof, giveUseProof } from "@/domain/proof/give-proof";
import { readProof } from "@/domain/proof/read-proof";
import { undoOrderUse } from "@/domain/use/undo-use";
import { makeOrder, makeTill, owner, someAddress } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import {
  client,
  compared,
  confirmation,
  eventsOf,
  grantToUse,
  lookUp,
  makeComparedOrder,
  register,
  type Till,
} from "@/tests/support/use-order";

type ReadProof = NonNullable<Awaited<ReturnType<typeof readProof>>>;

async function proofOf(till: Till, lookupId: string): Promise<ReadProof> {
  const proof = await readProof(till, (await giveLookupProof(till, lookupId, client())) ?? "");
  if (!proof) throw new Error("no proof");
  return proof;
}

async function receiptOf(till: Till, useId: string | null): Promise<ReadProof> {
  const proof = await readProof(till, (await giveUseProof(till, useId ?? "", client())) ?? "");
  if (!proof) throw new Error("no receipt");
  return proof;
}

test("a proof of an answer says who asked what and when and what was shown, without affiliate data", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await lookUp(till, order);
  const { facts, content } = await proofOf(till, id);
  expect(facts).toMatchObject({
    kind: "look_up",
    provider: { name: "Prueba S.A.S.", nit: `${till.actor.provider.nit}-0` },
    person: "Cajera de prueba",
    channel: "typed",
    order: { kindCode: "AS", number: order.number, value: 480_000 },
    outcome: "current",
    outcomeNow: "current",
    comparison: null,
  });
  expect(facts.number).toMatch(/^C-20\d\d-\d{6,}$/);
  expect(content).not.toContain(order.idNumber);
  expect(content).not.toMatch(/MAR[IÍ]A|affiliate/i);
});

test("twenty concurrent requests get the same proof, and one audit event", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  const proofs = await Promise.all(Array.from({ length: 20 }, () => giveLookupProof(till, id, client())));
  expect(new Set(proofs).size).toBe(1);
  expect(await eventsOf(proofs[0] ?? "")).toEqual(["proof.given"]);
  const [row] = await owner`select count(*)::int as n from proof where lookup_id = ${id}`;
  expect(row?.n).toBe(1);
});

test("after a comparison there is a second proof with its result; the first is unchanged", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  const before = await proofOf(till, id);
  await compareOrder(till, id, { way: "rows", differing: ["paper"] }, client());
  const after = await proofOf(till, id);
  expect(after.facts).toMatchObject({
    kind: "comparison",
    comparison: { result: "different", differing: ["paper"] },
  });
  expect(after.facts.number).not.toBe(before.facts.number);
  expect((await proofOf(till, id)).id).toBe(after.id);
  expect((await readProof(till, before.id))?.content).toBe(before.content);
});

test("a value hidden on the screen is not in the proof either", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  await owner`insert into comparison (lookup_id, person_id, mode) values (${id}, ${till.actor.personId}, 'type')`;
  const { facts } = await proofOf(till, id);
  expect(facts).toMatchObject({ outcome: "current", balance: null, order: { value: null } });
});

test("a proof of an old answer has no value, since nobody knows any more which one was shown", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const [changed, same] = [await lookUp(till, order), await lookUp(till, await makeOrder())];
  await owner`update "order" set value = 380000, balance = 380000 where id = ${order.id}`;
  await owner`delete from lookup_face where lookup_id in ${owner([changed, same])}`;
  for (const id of [changed, same]) {
    const { facts } = await proofOf(till, id);
    expect(facts).toMatchObject({ outcome: "current", balance: null, order: { value: null } });
    expect((await readLookup(till, id))?.counter.changes).toBeNull();
  }
});

test("a proof of an old comparison has the value that was compared", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  await owner`update "order" set value = 380000, balance = 380000 where id = ${order.id}`;
  await owner`delete from lookup_face where lookup_id = ${lookupId}`;
  expect((await proofOf(till, lookupId)).facts).toMatchObject({
    balance: 480_000,
    order: { value: 480_000 },
  });
});

test("a proof of a miss has the end of the typed number, and another provider's order adds nothing", async () => {
  const till = await makeTill();
  const missing = await lookUp(till, { id: "", number: "0999123", idNumber: "1042555318" });
  expect((await proofOf(till, missing)).facts).toMatchObject({
    outcome: "not_found",
    order: { number: "•••9123", value: null },
  });
  const order = await makeOrder({ providerNit: "800111222" });
  expect((await proofOf(till, await lookUp(till, order))).facts).toMatchObject({
    outcome: "other_provider",
    order: { value: null },
  });
  // A scanned code types no number.
  const printed = await makePrintedOrder({ providerNit: "800111222" });
  const scanned = await scanOrder(till, { text: printed.url, by: "camera" }, client());
  await answerDigits(till, { lookupId: scanned, digits: printed.tail }, client());
  expect((await proofOf(till, scanned)).facts).toMatchObject({
    outcome: "other_provider",
    order: { number: null, value: null },
  });
});

test("a proof of an annulled order states the answer and the state at the time of the proof", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const id = await lookUp(till, order);
  await owner`update "order" set state = 'annulled', state_changed_at = now() where id = ${order.id}`;
  expect((await proofOf(till, id)).facts).toMatchObject({
    outcome: "current",
    outcomeNow: "annulled",
    order: { value: null },
  });
});

test("a receipt proves the use; after a reversal there is another one for the reversal", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const useId = await register(till, confirmation(lookupId, { invoice: "FE-1" }));
  const used = await receiptOf(till, useId);
  expect(used.facts).toMatchObject({
    kind: "use",
    amount: 480_000,
    balance: 0,
    invoice: "FE-1",
    order: { number: order.number, value: 480_000 },
    undoes: null,
  });
  expect((await receiptOf(till, useId)).id).toBe(used.id);

  await undoOrderUse(
    grantToUse(till),
    { useId: useId ?? "", key: randomUUID(), reason: "Era otra" },
    null,
    client(),
  );
  const undone = await receiptOf(till, useId);
  expect(undone.facts).toMatchObject({
    kind: "undo",
    amount: 480_000,
    undoes: { number: used.facts.number },
  });
  expect(undone.content).not.toContain("Era otra");
  const answer = await checkProof(used.name, { ip: someAddress() });
  expect(answer.answer === "given" && answer.undoneAt).toBeInstanceOf(Date);
});

test("another provider cannot get the proof by any id", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const useId = await register(till, confirmation(lookupId));
  const proof = await receiptOf(till, useId);
  const stranger = await makeTill();
  expect(await giveLookupProof(stranger, lookupId, client())).toBeNull();
  expect(await giveUseProof(stranger, useId ?? "", client())).toBeNull();
  expect(await readProof(stranger, proof.id)).toBeNull();
  await expect(
    owner`select give_proof('use', null, ${useId}, 'U-2026-999999', now(), '{}', 1, ${Buffer.alloc(64)},
      ${stranger.actor.personId}, ${stranger.actor.provider.id}, 'x')`,
  ).rejects.toThrow(/is given no proof/);
});

test("the signature is valid only for these bytes and this purpose", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const proof = await proofOf(till, await compared(till, order));
  const raw = (await listReceiptKeys(publicDatabase())).find(({ id }) => id === proof.keyId)?.publicKey;
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: raw?.toString("base64url") ?? "" },
    format: "jwk",
  });
  const over = (purpose: string, text: string) =>
    verify(null, Buffer.from(purpose + text), key, proof.signature);
  expect(over("convenios/proof/v1", proof.content)).toBe(true);
  expect(over("convenios/dead-list/v1", proof.content)).toBe(false);
  expect(over("convenios/proof/v1", proof.content.replace("480000", "980000"))).toBe(false);
});

test("anyone with number and code can verify a proof; the number alone is not enough", async () => {
  const till = await makeTill();
  const { name, facts } = await proofOf(till, await lookUp(till, await makeOrder()));
  const from = { ip: someAddress() };
  expect(await checkProof(name.toLowerCase(), from)).toMatchObject({
    answer: "given",
    facts,
    undoneAt: null,
  });
  for (const wrong of [
    facts.number,
    `${facts.number}-00000000`,
    "C-2026-999999-7F3K9QXM",
    "",
    "x".repeat(999),
  ])
    expect(await checkProof(wrong, from)).toEqual({ answer: "unknown" });
});

test("after too many misses an address is rate limited, also for a valid proof", async () => {
  const till = await makeTill();
  const { name } = await proofOf(till, await lookUp(till, await makeOrder()));
  const from = { ip: someAddress() };
  for (let miss = 0; miss < publicProofLimits.miss.limit; miss += 1) await checkProof("C-2026-000001", from);
  expect((await checkProof(name, from)).answer).toBe("wait");
  expect((await checkProof(name, { ip: someAddress() })).answer).toBe("given");
  // A till of the same network, on which somebody signed in.
  expect((await checkProof(name, { ...from, device: randomUUID() })).answer).toBe("given");
});

test("a proof cannot be changed or deleted, not even by the table owner", async () => {
  const till = await makeTill();
  const { id } = await proofOf(till, await lookUp(till, await makeOrder()));
  await expect(owner`update proof set content = '{}' where id = ${id}`).rejects.toThrow(/never changed/);
  await expect(owner`delete from proof where id = ${id}`).rejects.toThrow(/never changed/);
});
