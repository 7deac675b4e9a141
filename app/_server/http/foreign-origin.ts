import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { clientIp } from "@/lib/http/client";
import { networkOf } from "@/lib/http/network";
import { isOwnOrigin } from "@/lib/http/origin";
import { logError } from "@/lib/log";
import { refusedResponse } from "./refused-page";

/**
 * Audits a POST from another site or a program. Only the first segment of the path is stored, because the rest
 * can contain a code or a token. Never throws.
 */
export async function noteForeignOrigin(request: { headers: Headers; url: string }): Promise<void> {
  try {
    const ip = clientIp(request.headers);
    await call(publicDatabase(), "note_refusal", {
      action: "origin.refused",
      actor: null,
      provider: null,
      subjectKind: "page",
      subjectId: `/${new URL(request.url).pathname.split("/")[1] ?? ""}`.slice(0, 60),
      ip,
      network: networkOf(ip),
      detail: { origin: originWord(request.headers.get("origin")) },
    });
  } catch (error) {
    logError("origin.refusal_not_noted", error, {}, "warn");
  }
}

/**
 * The refusal of a POST from another site to an upload address, which proxy.ts passes by: it is audited here.
 * Null when it comes from our own pages.
 */
export async function refusedForeign(request: Request): Promise<Response | null> {
  if (isOwnOrigin(request.headers)) return null;
  await noteForeignOrigin(request);
  return refusedResponse(403, request.headers.get("cookie"));
}

/** Host of the foreign origin, when it is a valid one; the header can contain anything else. */
function originWord(origin: string | null): string {
  if (!origin) return "none";
  return /^https?:\/\/[a-z0-9.-]{1,100}(:\d{1,5})?$/i.test(origin) ? origin : "other";
}
