import type { NextRequest } from "next/server";
import { comingFrom } from "@/lib/http/coming-from";
import { ownPath, seeOther } from "@/lib/http/own-path";
import { isHttps } from "@/lib/http/secure";
import { LANGUAGE_COOKIE } from "@/messages";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Stores the language for a year and redirects to the page of the link. Its Referer comes first: a frame that
 * stays over navigations knows only the page that it was rendered for.
 */
export function GET(request: NextRequest): Response {
  const params = request.nextUrl.searchParams;
  const language = params.get("a") === "en" ? "en" : "es-CO";
  const page = comingFrom(request.headers) ?? ownPath(params.get("volver") ?? undefined) ?? "/";
  return seeOther(page, {
    "set-cookie": `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax${isHttps() ? "; Secure" : ""}`,
    "cache-control": "no-store",
  });
}
