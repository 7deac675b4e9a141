import type { NextRequest } from "next/server";
import { isDatabaseDown } from "@/db/connection";
import { currentCaja } from "@/domain/caja/profile";
import type { PublicClient } from "@/domain/lookup/budget";
import { deviceName } from "@/lib/crypto/known-device";
import { env } from "@/lib/env";
import { clientIp } from "@/lib/http/client";
import { deviceCookieName } from "@/lib/http/device-cookie";
import { publicAddress } from "@/lib/mail/address";
import { LANGUAGE_COOKIE } from "@/messages";
import type { Frame } from "./public-document";

type Wanted = { answer: string; until?: Date };
type Down = { answer: "down" };

/** Answers anyone, without a session: asks, and sends the one document that says what came of it. */
export async function publicAnswer<A extends Wanted>(
  request: NextRequest,
  ask: (client: PublicClient) => Promise<A>,
  documentOf: (answer: A | Down, frame: Frame) => string,
): Promise<Response> {
  const device = deviceName(request.cookies.get(deviceCookieName())?.value);
  const answer = await ask({ ip: clientIp(request.headers), device }).catch((error: unknown): Down => {
    if (!isDatabaseDown(error)) throw error;
    return { answer: "down" };
  });
  const html = documentOf(answer, {
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

function statusOf({ answer, until }: Wanted): { status: number; headers?: Record<string, string> } {
  if (answer === "down") return { status: 503, headers: { "retry-after": "5" } };
  if (!until) return { status: 200 };
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1_000));
  return { status: 429, headers: { "retry-after": String(seconds) } };
}
