import { Readable } from "node:stream";
import type { NextRequest } from "next/server";
import { requireGrant } from "@/app/_server/auth/session";
import { writeProof } from "@/domain/proof/write-pdf";
import { sizeAt } from "../paper-size";
import { proofOf } from "../proof";

type Context = { params: Promise<{ id: string }> };

/** The proof as a file: Letter, or a roll of 80 or 58 mm. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  await requireGrant("counter.work");
  const proof = await proofOf((await params).id);
  const wanted = request.nextUrl.searchParams.get("papel");
  const pdf = writeProof(proof, sizeAt(wanted));
  return new Response(Readable.toWeb(Readable.from(pdf)) as ReadableStream, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${proof.facts.number}.pdf"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
