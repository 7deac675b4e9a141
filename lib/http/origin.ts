import { env } from "@/lib/env";
import { isLoopback } from "./loopback";

/**
 * Whether a request that changes something comes from our own pages. A missing Origin is refused: browsers
 * send one with every form post, and Next runs actions without one by default.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  const publicUrl = env().PUBLIC_URL;
  if (publicUrl && url.origin === new URL(publicUrl).origin) return true;
  // With a public address, only the machine itself may call us by another name.
  return url.host === headers.get("host") && (!publicUrl || isLoopback(url.host));
}
