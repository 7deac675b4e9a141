import { createPrivateKey, sign } from "node:crypto";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { findReceiptKey, listReceiptKeys } from "@/db/queries/proof-key";
import { newOrderKeyPair } from "@/domain/order-code/signature";
import { requireDone } from "@/domain/outcome";
import { seal, unseal } from "@/lib/crypto/seal";

const ATTEMPTS = 5;
const privateKeyPlace = (id: number) => `receipt_key.private:${id}`;

/**
 * The signed bytes. They begin with the purpose (domain separation), so that one kind of proof cannot pass for
 * another.
 */
export type SignedPurpose = "convenios/dead-list/v1" | "convenios/superseded-list/v1" | "convenios/proof/v1";

/** Signs with the key of receipts (Ed25519); a first or a new yearly key is made when it is wanted. */
export async function signReceipt(
  db: Database,
  purpose: SignedPurpose,
  bytes: Uint8Array,
): Promise<{ keyId: number; signature: Buffer }> {
  const key = await presentKey(db);
  const der = Buffer.from(unseal(key.privateSealed, privateKeyPlace(key.id)), "base64");
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return { keyId: key.id, signature: sign(null, Buffer.concat([Buffer.from(purpose), bytes]), privateKey) };
}

/**
 * All public keys that ever signed and are known here, after making sure that the current one exists, so that stored keys also
 * verify the next proof.
 */
export async function publishedReceiptKeys(db: Database) {
  await presentKey(db);
  return (await listReceiptKeys(db)).filter((key) => key.isKept);
}

async function presentKey(db: Database) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await findReceiptKey(db);
    if (found) return found;
    const id = Math.max(0, ...(await listReceiptKeys(db)).map((key) => key.id)) + 1;
    const { publicKey, privateKey } = newOrderKeyPair();
    const sealed = seal(privateKey, privateKeyPlace(id));
    const outcome = await call(db, "add_receipt_key", { id, public: publicKey, private: sealed });
    // Another process was faster, so its key is read.
    if (outcome !== "changed") requireDone("key_outcome", outcome);
  }
  throw new Error("no key to sign receipts with");
}
