import "server-only";
import { cookies } from "next/headers";
import { type Browser, browserOf } from "@/domain/own-account/browser";
import { deviceName } from "@/lib/crypto/known-device";
import { currentClient } from "@/lib/http/client";
import { deviceCookieName } from "@/lib/http/device-cookie";

/** The browser of the present request, to which a session is bound (docs/decisions/072-sessions-are-bound-and-two-mailboxes-confirm.md). */
export async function currentBrowser(): Promise<Browser> {
  const [{ ip, userAgent }, jar] = await Promise.all([currentClient(), cookies()]);
  return browserOf(deviceName(jar.get(deviceCookieName())?.value), userAgent, ip);
}
