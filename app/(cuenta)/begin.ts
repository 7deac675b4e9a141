import "server-only";
import { rememberProvider } from "@/app/_server/auth/own-provider";
import { enter } from "@/app/_server/auth/sign-in";
import type { Accepted } from "@/domain/account/accept-invitation";
import { openSessionFor } from "@/domain/account/sign-in";
import type { Client } from "@/lib/http/client";

/** Signs in somebody who has just come to a provider, for that one. */
export async function begin({ personId, provider }: Accepted, client: Client): Promise<void> {
  const session = await openSessionFor(personId, false, client, { provider });
  await rememberProvider(provider);
  await enter(session);
}
