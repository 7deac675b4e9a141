import type { NextRequest } from "next/server";
import { isDatabaseDown } from "@/db/connection";
import { checkPublicCode, type PublicAnswer } from "@/domain/order/check-public-code";
import { currentCaja } from "@/lib/caja-profile";
import { env } from "@/lib/env";
import { clientIp } from "@/lib/http/client";
import { publicAddress } from "@/lib/mail/address";
import { LANGUAGE_COOKIE } from "@/messages";
import { publicCodeDocument } from "./document";

type Answer = PublicAnswer | { answer: "down" };

/** What any phone's camera opens from the paper: whether the caja made the code. Upper case, as printed. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ code: string }> },
): Promise<Response> {
  const { code } = await params;
  const answer = await answerTo(code, clientIp(request.headers));
  const html = publicCodeDocument(answer, {
    language: request.cookies.get(LANGUAGE_COOKIE)?.value === "en" ? "en" : "es-CO",
    caja: await currentCaja(),
    host: new URL(publicAddress("/")).host,
    path: request.nextUrl.pathname,
    nonce: request.headers.get("x-nonce") ?? "",
    demonstration: Boolean(env().DEMO),
  });
  return new Response(html, {
    ...statusOf(answer),
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...statusOf(answer).headers,
    },
  });
}

async function answerTo(code: string, ip: string): Promise<Answer> {
  try {
    return await checkPublicCode(code, { ip });
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return { answer: "down" };
  }
}

function statusOf(answer: Answer): { status: number; headers?: Record<string, string> } {
  if (answer.answer === "down") return { status: 503, headers: { "retry-after": "5" } };
  if (answer.answer !== "wait") return { status: 200 };
  const seconds = Math.max(1, Math.ceil((answer.until.getTime() - Date.now()) / 1_000));
  return { status: 429, headers: { "retry-after": String(seconds) } };
}
