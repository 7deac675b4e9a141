import { createPublicKey, verify } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { listReceiptKeys } from "@/db/queries/proof-key";
import { signReceipt } from "@/domain/proof/receipt-key";

const client = connect(process.env.DATABASE_URL ?? "", "app_provider", 8);
const db = drizzle(client);
afterAll(() => client.end());

test("twenty concurrent first signatures create one receipt key, and each signature is valid", async () => {
  const bytes = Buffer.from("una lista");
  const signed = await Promise.all(
    Array.from({ length: 20 }, () => signReceipt(db, "convenios/dead-list/v1", bytes)),
  );
  const keys = await listReceiptKeys(db);
  expect(keys.filter(({ state }) => state === "active")).toHaveLength(1);
  for (const { keyId, signature } of signed) {
    const raw = keys.find(({ id }) => id === keyId)?.publicKey;
    const key = createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: raw?.toString("base64url") ?? "" },
      format: "jwk",
    });
    const message = (purpose: string) => Buffer.concat([Buffer.from(purpose), bytes]);
    expect(verify(null, message("convenios/dead-list/v1"), key, signature)).toBe(true);
    expect(verify(null, message("convenios/proof/v1"), key, signature)).toBe(false);
  }
});

test("the role that signs can neither change nor delete the receipt key", async () => {
  await expect(client`update receipt_key set state = 'retired'`).rejects.toThrow(/permission denied/);
  await expect(client`delete from receipt_key`).rejects.toThrow(/permission denied/);
});
