import { createPrivateKey, type KeyObject } from "node:crypto";
import { type Database, databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findActiveKey, listKeys, listPublicKeys } from "@/db/queries/order-code-key";
import { confirmPassword } from "@/domain/account/confirm-password";
import { newOrderKeyPair } from "@/domain/order-code/signature";
import { requireDone } from "@/domain/outcome";
import { fingerprint } from "@/lib/crypto/digest";
import { seal, unseal } from "@/lib/crypto/seal";
import { can, type Grant } from "@/model/access";
import type { RevokeInput, RotateInput } from "./key-ring-schema";

type Client = { ip: string };

/** Context to which a private key is encrypted: it cannot be decrypted in another row. */
const privateKeyPlace = (id: number) => `order_key.private:${id}`;

const ATTEMPTS = 5;

/** Makes the keys that the ring lacks, the active and the next. Several processes at once make them once. */
export async function fillKeyRing(db: Database): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const keys = await listPublicKeys(db);
    if (["active", "next"].every((state) => keys.some((key) => key.state === state))) return;
    const outcome = await call(db, "add_order_key", newKey(keys));
    // Another process was faster, so the ring is read again.
    if (outcome !== "changed") requireDone("key_outcome", outcome);
  }
}

/** The key that signs orders now. @param db of the caja: no other role may read it */
export async function activeSigningKey(db: Database): Promise<{ id: number; privateKey: KeyObject }> {
  const found = (await findActiveKey(db)) ?? (await fillKeyRing(db).then(() => findActiveKey(db)));
  if (!found) throw new Error("the ring has no active key");
  const der = Buffer.from(unseal(found.privateSealed, privateKeyPlace(found.id)), "base64");
  return { id: found.id, privateKey: createPrivateKey({ key: der, format: "der", type: "pkcs8" }) };
}

/** The ring as it is shown, newest first. A missing key is made for who manages keys, and never by who only reads. */
export async function readKeyRing(grant: Grant<"settings.read"> | Grant<"key.manage">) {
  const db = databaseFor(grant);
  if (can(grant.actor, "key.manage")) await fillKeyRing(db);
  const keys = await listKeys(db, grant);
  return keys.map(({ publicKey, ...key }) => ({ ...key, fingerprint: fingerprint(publicKey) }));
}

/**
 * The next key becomes active, the active one retired, and a new next is made.
 * @throws Refusal "wrong_password" · "too_many_attempts" · "key_changed" when somebody was first · "keys_full"
 */
export async function rotateKeys(grant: Grant<"key.manage">, input: RotateInput, client: Client) {
  await confirmPassword(grant.actor, input.password, client);
  const db = databaseFor(grant);
  await fillKeyRing(db);
  const next = newKey(await listPublicKeys(db));
  const asker = { actor: grant.actor.personId, ip: client.ip };
  const outcome = await call(db, "rotate_order_key", { ...asker, ...next, active: input.active });
  requireDone("key_outcome", outcome);
}

/**
 * Takes a retired key out of the published list: its orders need the caja's own answer from then on.
 * @throws Refusal "wrong_password" · "too_many_attempts" · "key_changed" when it is not retired
 */
export async function revokeKey(grant: Grant<"key.manage">, input: RevokeInput, client: Client) {
  await confirmPassword(grant.actor, input.password, client);
  const args = { actor: grant.actor.personId, ip: client.ip, id: input.key };
  requireDone("key_outcome", await call(databaseFor(grant), "revoke_order_key", args));
}

function newKey(keys: readonly { id: number }[]) {
  const id = Math.max(0, ...keys.map((key) => key.id)) + 1;
  const { publicKey, privateKey } = newOrderKeyPair();
  return { id, public: publicKey, private: seal(privateKey, privateKeyPlace(id)) };
}
