import { publicDatabase } from "@/db/client";
import { publishedReceiptKeys } from "@/domain/proof/receipt-key";

/**
 * The public keys of receipts, for anyone who verifies one. Old keys stay, because their signatures remain
 * valid.
 */
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
