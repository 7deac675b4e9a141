import type { NextRequest } from "next/server";
import { unavailablePage } from "@/app/_server/http/unavailable-page";
import { LANGUAGE_COOKIE } from "@/messages";

const RETRY_AFTER_SECONDS = "5";

/** Outage page, which also says what is known about a form sent meanwhile. */
export function GET({ cookies, nextUrl: { searchParams } }: NextRequest): Response {
  const html = unavailablePage({
    language: cookies.get(LANGUAGE_COOKIE)?.value === "en" ? "en" : "es-CO",
    reason: searchParams.get("motivo"),
    code: searchParams.get("codigo"),
    back: searchParams.get("volver") ?? undefined,
  });
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": RETRY_AFTER_SECONDS,
    },
  });
}
