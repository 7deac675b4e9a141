import type { NextRequest } from "next/server";
import { publicAnswer } from "@/app/_server/http/public-answer";
import { checkProof } from "@/domain/proof/check-proof";
import { publicProofPage } from "./html";

type Context = { params: Promise<{ numero: string }> };

/** What any phone's camera opens from a proof: whether the caja gave it. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { numero } = await params;
  return publicAnswer(request, (stranger) => checkProof(numero, stranger), publicProofPage);
}
