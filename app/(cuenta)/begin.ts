import "server-only";
import { enter } from "@/app/_server/auth/sign-in";
import type { Accepted } from "@/domain/account/accept-invitation";
import { openSessionFor } from "@/domain/account/sign-in";
import type { Client } from "@/lib/http/client";

/** Signs in somebody who has just come to a provider, for that one. */
export async function begin({ personId, provider }: Accepted, client: Client): Promise<void> {
  await enter(await openSessionFor(personId, false, client, { provider }));
}
