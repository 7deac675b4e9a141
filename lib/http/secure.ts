import { env } from "@/lib/env";

/** Whether people reach this site over https; then every cookie is sent over nothing else. */
export function isHttps(): boolean {
  return env().PUBLIC_URL?.startsWith("https:") ?? false;
}

/** Attributes of a cookie for all pages of this site, which scripts in the browser cannot read. */
export const siteCookie = () => ({ httpOnly: true, sameSite: "lax", secure: isHttps(), path: "/" }) as const;
