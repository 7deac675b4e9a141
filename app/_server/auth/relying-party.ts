import "server-only";
import { headers } from "next/headers";
import { currentCaja } from "@/domain/caja/profile";
import type { RelyingParty } from "@/domain/factor/passkey";
import { env } from "@/lib/env";
import { namedSite, nameOfNumbers } from "@/lib/http/named-site";

const currentHost = async () => (await headers()).get("host");

/** This site as passkeys know it; null where it has no name. */
export async function relyingParty(): Promise<RelyingParty | null> {
  const site = namedSite(env().PUBLIC_URL, await currentHost());
  return site && { id: site.hostname, origin: site.origin, name: (await currentCaja()).portalName };
}

/** Where this site has a name, for somebody who opened it by the machine's own numbers; else null. */
export async function placeForPasskeys(): Promise<string | null> {
  const host = await currentHost();
  return namedSite(env().PUBLIC_URL, host) ? null : nameOfNumbers(host);
}
