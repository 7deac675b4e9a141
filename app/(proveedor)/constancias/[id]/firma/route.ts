import { requireGrant } from "@/app/_server/auth/session";
import { proofOf } from "../proof";

type Context = { params: Promise<{ id: string }> };

/** The signed text with its signature, to verify it without asking the portal (docs/proof.md). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await requireGrant("counter.work");
  const { facts, content, keyId, signature } = await proofOf((await params).id);
  return Response.json(
    { purpose: "convenios/proof/v1", keyId, signature: signature.toString("base64url"), content },
    {
      headers: {
        "content-disposition": `attachment; filename="${facts.number}.json"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    },
  );
}
