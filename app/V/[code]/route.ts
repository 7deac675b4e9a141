import type { NextRequest } from "next/server";
import { publicAnswer } from "@/app/_server/http/public-answer";
import { checkPublicCode } from "@/domain/order-code/check-public-code";
import { publicCodePage } from "./html";

type Context = { params: Promise<{ code: string }> };

/** The page that a paper's QR code opens: says whether the caja made the code. Upper case, as printed. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { code } = await params;
  return publicAnswer(request, (stranger) => checkPublicCode(code, stranger), publicCodePage);
}
