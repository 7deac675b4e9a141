import { env } from "@/lib/env";

/** Whether people reach this site over https; then every cookie is sent over nothing else. */
export function isHttps(): boolean {
  return env().PUBLIC_URL?.startsWith("https:") ?? false;
}
