import { publicDatabase } from "@/db/client";
import { listPublicKeys } from "@/db/queries/order-code-key";
import { CODE_ISSUER } from "@/domain/order-code/code";

/** The public keys that verify orders, for anyone (docs/order-code.md). Revoked keys are left out. */
export async function GET(): Promise<Response> {
  const keys = await listPublicKeys(publicDatabase());
  const list = {
    format: "convenios/order/v1",
    issuer: CODE_ISSUER,
    keys: keys
      .filter(({ state }) => state !== "revoked")
      .map(({ id, state, publicKey, createdAt }) => ({
        id,
        state,
        publicKey: Buffer.from(publicKey).toString("base64url"),
        from: createdAt,
      })),
  };
  return Response.json(list, {
    headers: {
      // An empty list means that the keys are not made yet, so it must not be cached.
      "cache-control": list.keys.length > 0 ? "public, max-age=3600" : "no-store",
      "access-control-allow-origin": "*",
    },
  });
}
