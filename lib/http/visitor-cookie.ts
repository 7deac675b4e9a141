import { isHttps } from "./secure";

/** Name of the cookie by which a browser counts for itself before anybody signs in on it (lib/crypto/visitor.ts). */
export function visitorCookieName(): string {
  return isHttps() ? "__Host-visitante" : "visitante";
}
