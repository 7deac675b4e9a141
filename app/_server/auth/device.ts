import "server-only";
import { cookies } from "next/headers";
import { deviceName, deviceThatKnows, deviceWith } from "@/lib/crypto/known-device";
import { deviceCookieName } from "@/lib/http/device-cookie";
import { siteCookie } from "@/lib/http/secure";

const SECONDS = 180 * 24 * 60 * 60;

/**
 * The name of this device, when the account has signed in on it before (OWASP device cookies), so that failed
 * attempts on other devices do not slow it down. The cookie grants no access.
 */
export async function knownDevice(email: string): Promise<string | null> {
  return deviceThatKnows((await cookies()).get(deviceCookieName())?.value, email);
}

/** Makes this device known to the account, after a sign-in. @returns the name of the device */
export async function rememberDevice(email: string): Promise<string | null> {
  const name = deviceCookieName();
  const jar = await cookies();
  const cookie = deviceWith(jar.get(name)?.value, email);
  jar.set(name, cookie, { ...siteCookie(), maxAge: SECONDS });
  return deviceName(cookie);
}
