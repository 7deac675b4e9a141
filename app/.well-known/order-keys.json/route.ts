import { publicDatabase } from "@/db/client";
import { listPublicKeys } from "@/db/queries/order-code-key";
import { CODE_ISSUER } from "@/domain/order-code/code";

/** The public halves of the keys that sign orders, for anyone: docs/order-code.md. A revoked key is left out. */
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
      // A list without keys is one that is not made yet: nobody is to believe it for an hour.
      "cache-control": list.keys.length > 0 ? "public, max-age=3600" : "no-store",
      "access-control-allow-origin": "*",
    },
  });
}
