import "server-only";
import { isIP } from "node:net";
import { headers } from "next/headers";
import { currentCaja } from "@/domain/caja/profile";
import type { RelyingParty } from "@/domain/factor/passkey";
import { env } from "@/lib/env";

/**
 * This site as passkeys know it: of PUBLIC_URL, and without one, on a machine that serves itself alone, of the
 * address that was asked for. Null for an address of numbers, to which no passkey can be bound.
 */
export async function relyingParty(): Promise<RelyingParty | null> {
  const host = (await headers()).get("host");
  const origin = env().PUBLIC_URL ?? (host ? `http://${host}` : "");
  if (!URL.canParse(origin)) return null;
  const url = new URL(origin);
  if (isIP(url.hostname.replace(/^\[|\]$/g, "")) !== 0) return null;
  return { id: url.hostname, origin: url.origin, name: (await currentCaja()).portalName };
}
