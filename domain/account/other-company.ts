import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { OwnThing } from "@/db/contract/functions.generated";
import { shortDigest } from "@/lib/crypto/digest";
import { isUuid } from "@/lib/http/uuid";
import type { Grant, OwnProvider, Permission, ProviderActor } from "@/model/access";

/**
 * Another company of the person that something is of, which the link of a mail opened while they work for this one; null
 * for whatever is of none of theirs, as for what does not exist.
 */
export async function findOtherCompany(
  grant: Grant<Permission> & { readonly actor: ProviderActor },
  thing: OwnThing,
  ref: string,
): Promise<OwnProvider | null> {
  const { personId, ownProviders, pairedDevice } = grant.actor;
  if (pairedDevice || ownProviders.length < 2 || (thing === "use" && !isUuid(ref))) return null;
  const found = await call(databaseFor(grant), "own_elsewhere", { person: personId, thing, ref });
  return otherOf(grant.actor, ({ id }) => id === found);
}

/**
 * Eight letters that tell a person's companies apart in a link, and tell nobody which company it is. They are compared
 * with the company of the session, and choose none.
 */
export const companyKey = (provider: string): string => shortDigest(`company:${provider}`).slice(0, 8);

/** Whether a link was meant for the company of the session; else for which other one of theirs, null for none. */
export function meantBy(actor: ProviderActor, key: string): { other: OwnProvider | null } | "this" {
  if (key === companyKey(actor.provider.id)) return "this";
  return { other: actor.pairedDevice ? null : otherOf(actor, ({ id }) => companyKey(id) === key) };
}

function otherOf(actor: ProviderActor, is: (provider: OwnProvider) => boolean): OwnProvider | null {
  return actor.ownProviders.find((own) => own.id !== actor.provider.id && is(own)) ?? null;
}
