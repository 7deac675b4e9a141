import "server-only";
import { cookies } from "next/headers";
import { CHOSEN_PROVIDER_COOKIE } from "@/app/_frame/chosen-provider";
import { siteCookie } from "@/lib/http/secure";
import { isUuid } from "@/lib/http/uuid";
import type { Actor } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { claimedCounter } from "./claimed-counter";

const SECONDS = 400 * 24 * 60 * 60;

/**
 * What this device remembers for a person of several providers who signs in: its counter, else the provider
 * chosen last. It is only a claim: the database checks the membership.
 */
export async function workPlace(): Promise<{ counter: string | null; provider: string | null }> {
  const last = (await cookies()).get(CHOSEN_PROVIDER_COOKIE)?.value ?? "";
  return { counter: await claimedCounter(), provider: isUuid(last) ? last : null };
}

/** Remembers the provider on this device for the next sign-in, and tells other tabs. */
export async function rememberProvider(id: string): Promise<void> {
  (await cookies()).set(CHOSEN_PROVIDER_COOKIE, id, { ...siteCookie(), httpOnly: false, maxAge: SECONDS });
}

/**
 * Whether a form belongs to another of the person's providers, because another tab switched after its page was
 * opened. A form without a provider comes from an earlier version, where a person had one provider.
 */
export function isOfOtherProvider(actor: Actor, formProvider: FormDataEntryValue | null): boolean {
  if (actor.kind !== "provider" || formProvider === actor.provider.id) return false;
  return Boolean(formProvider) || actor.ownProviders.length > 1;
}

/** @throws Refusal "other_provider" for such a form, naming the provider that it belongs to */
export function requireFormProvider(actor: Actor, formProvider: FormDataEntryValue | null): void {
  if (actor.kind !== "provider" || !isOfOtherProvider(actor, formProvider)) return;
  const meant = actor.ownProviders.find(({ id }) => id === formProvider);
  throw new Refusal("other_provider", undefined, undefined, [{ what: meant?.legalName ?? "—" }]);
}

/** Where a route handler redirects such a form: to the page that explains it and leads back to that provider. */
export const otherProviderPlace = (formProvider: FormDataEntryValue | null) =>
  `/empresa?${new URLSearchParams({ de: String(formProvider ?? "") })}`;
