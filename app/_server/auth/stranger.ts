import { deviceName } from "@/lib/crypto/known-device";
import { readVisitorCookie } from "@/lib/crypto/visitor";
import { deviceCookieName } from "@/lib/http/device-cookie";
import { visitorCookieName } from "@/lib/http/visitor-cookie";
import type { Stranger } from "@/model/stranger";

type Cookies = { get: (name: string) => { value: string } | undefined };

/** Identifies the requesting browser by its cookies, signed in or not. */
export function strangerOf(ip: string, cookies: Cookies): Stranger {
  const visitor = readVisitorCookie(cookies.get(visitorCookieName())?.value);
  const isNew = visitor !== null && visitor.ownFrom > new Date();
  return {
    ip,
    device: deviceName(cookies.get(deviceCookieName())?.value),
    visitor: visitor && !isNew ? visitor.name : null,
    ownFrom: visitor && isNew ? visitor.ownFrom : null,
  };
}
