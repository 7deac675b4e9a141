import type { NextRequest } from "next/server";
import { strangerOf } from "@/app/_server/auth/stranger";
import { isDatabaseDown } from "@/db/connection";
import { currentCaja } from "@/domain/caja/profile";
import { PATIENCE_SECONDS } from "@/lib/crypto/visitor";
import { env } from "@/lib/env";
import { clientIp } from "@/lib/http/client";
import { publicAddress } from "@/lib/mail/address";
import { LANGUAGE_COOKIE } from "@/messages";
import type { Stranger, Wait } from "@/model/stranger";
import type { Frame } from "./public-page";

type Wanted = { answer: string } & Partial<Wait>;
type Down = { answer: "down" };

/** Answers without a session: verifies, and sends one HTML document with the result. */
export async function publicAnswer<A extends Wanted>(
  request: NextRequest,
  ask: (stranger: Stranger) => Promise<A>,
  pageOf: (answer: A | Down, frame: Frame) => string,
): Promise<Response> {
  const answer = await ask(openerOf(request)).catch((error: unknown): Down => {
    if (!isDatabaseDown(error)) throw error;
    return { answer: "down" };
  });
  const html = pageOf(answer, {
    language: request.cookies.get(LANGUAGE_COOKIE)?.value === "en" ? "en" : "es-CO",
    caja: await currentCaja(),
    host: new URL(publicAddress("/")).host,
    path: request.nextUrl.pathname,
    nonce: request.headers.get("x-nonce") ?? "",
    demonstration: Boolean(env().DEMO),
  });
  const { status, headers } = statusOf(answer);
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

/** A browser without the visitor's cookie gets one with this response (proxy.ts). */
function openerOf(request: NextRequest): Stranger {
  const stranger = strangerOf(clientIp(request.headers), request.cookies);
  if (stranger.visitor || stranger.ownFrom) return stranger;
  return { ...stranger, ownFrom: new Date(Date.now() + PATIENCE_SECONDS * 1_000) };
}

function statusOf({ answer, until, ownFrom }: Wanted): { status: number; headers?: Record<string, string> } {
  if (answer === "down") return { status: 503, headers: { "retry-after": "5" } };
  const end = ownFrom ?? until;
  if (!end) return { status: 200 };
  const seconds = Math.max(1, Math.ceil((end.getTime() - Date.now()) / 1_000));
  return { status: 429, headers: { "retry-after": String(seconds) } };
}
