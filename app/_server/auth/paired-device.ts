import "server-only";
import { cookies } from "next/headers";
import { counterLimits } from "@/domain/account/session-limits";
import { isHttps, siteCookie } from "@/lib/http/secure";

const cookieName = () => (isHttps() ? "__Host-punto" : "punto");

/** The token of this device's pairing with a counter, or null. The database decides whether it still works. */
export async function pairedToken(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value || null;
}

/** Keeps the token of a new pairing on this device; null ends it here. */
export async function keepPairing(token: string | null): Promise<void> {
  const jar = await cookies();
  if (token === null) jar.delete({ name: cookieName(), ...siteCookie() });
  else jar.set(cookieName(), token, { ...siteCookie(), maxAge: counterLimits.deviceSeconds });
}
