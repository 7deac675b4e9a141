import { headers } from "next/headers";
import { env } from "@/lib/env";
import { NO_ADDRESS } from "./network";

/** Where a request comes from, for consents, sessions and the log. */
export type Client = { ip: string; userAgent: string };

/**
 * The client of the present request. X-Forwarded-For counts only as far as TRUSTED_PROXIES says: the
 * n-th address from the right was written by our outermost proxy; what stands before it anyone can write.
 */
export async function currentClient(): Promise<Client> {
  const all = await headers();
  return { ip: clientIp(all), userAgent: (all.get("user-agent") ?? "").slice(0, 300) };
}

export function clientIp(all: Headers): string {
  const hops = env().TRUSTED_PROXIES ?? 0;
  const forwarded = (all.get("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  // Without a proxy of ours, the server itself writes the socket's address as the last entry.
  return forwarded.at(-Math.max(hops, 1)) ?? NO_ADDRESS;
}
