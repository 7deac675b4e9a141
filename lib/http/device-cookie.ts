import { isHttps } from "./secure";

/** Name of the cookie by which a device is known to have signed in before (lib/crypto/known-device.ts). */
export function deviceCookieName(): string {
  return isHttps() ? "__Host-dispositivo" : "dispositivo";
}
