import { publicDatabase } from "@/db/client";
import { publishedReceiptKeys } from "@/domain/proof/receipt-key";

/** The public keys of receipts, for anyone who checks one. Old ones stay: what they signed is still true. */
export async function GET(): Promise<Response> {
  const keys = await publishedReceiptKeys(publicDatabase());
  return Response.json(
    {
      keys: keys.map(({ id, state, publicKey, createdAt }) => ({
        id,
        state,
        publicKey: publicKey.toString("base64url"),
        from: createdAt.toISOString(),
      })),
    },
    { headers: { "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" } },
  );
}
