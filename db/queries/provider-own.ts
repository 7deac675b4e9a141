import type { ProviderActor } from "@/model/access";

/** A grant of somebody who works for a provider. */
export type OwnGrant = { readonly actor: ProviderActor };

/** Whose rows are read: the SQL functions of db/functions/provider_own.sql answer no others. */
export const ownOf = ({ actor }: OwnGrant) => ({ person: actor.personId, provider: actor.provider.id });
