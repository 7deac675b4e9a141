import type { NextRequest } from "next/server";
import { ownPath, seeOther } from "@/lib/http/own-path";
import { isHttps } from "@/lib/http/secure";
import { LANGUAGE_COOKIE } from "@/messages";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Stores the language for a year and redirects to the page of the link. */
export function GET(request: NextRequest): Response {
  const params = request.nextUrl.searchParams;
  const language = params.get("a") === "en" ? "en" : "es-CO";
  return seeOther(ownPath(params.get("volver") ?? undefined) ?? "/", {
    "set-cookie": `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax${isHttps() ? "; Secure" : ""}`,
    "cache-control": "no-store",
  });
}
