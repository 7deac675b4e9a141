import type { NextRequest } from "next/server";
import { comingFrom } from "@/lib/http/coming-from";
import { ownPath, seeOther } from "@/lib/http/own-path";
import { isHttps } from "@/lib/http/secure";
import { SOUND_COOKIE } from "@/lib/sound";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Stores for a year whether answers sound on this device, and redirects to the page of the link. Its Referer comes first: a frame that
 * stays over navigations knows only the page that it was rendered for.
 */
export function GET(request: NextRequest): Response {
  const params = request.nextUrl.searchParams;
  const choice = params.get("a") === "no" ? "no" : "si";
  const page = comingFrom(request.headers) ?? ownPath(params.get("volver") ?? undefined) ?? "/accesibilidad";
  return seeOther(page, {
    "set-cookie": `${SOUND_COOKIE}=${choice}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax${isHttps() ? "; Secure" : ""}`,
    "cache-control": "no-store",
  });
}
