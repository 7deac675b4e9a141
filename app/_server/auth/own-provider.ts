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
 * Where this device works, for a person of several providers who signs in on it: at its counter, else for the provider
 * that was chosen on it last. Only a claim: the database asks whether the person works there.
 */
export async function workPlace(): Promise<{ counter: string | null; provider: string | null }> {
  const last = (await cookies()).get(CHOSEN_PROVIDER_COOKIE)?.value ?? "";
  return { counter: await claimedCounter(), provider: isUuid(last) ? last : null };
}

/** From now on whoever signs in here begins with that provider, if they work for it; and other tabs know of it. */
export async function rememberProvider(id: string): Promise<void> {
  (await cookies()).set(CHOSEN_PROVIDER_COOKIE, id, { ...siteCookie(), httpOnly: false, maxAge: SECONDS });
}

/**
 * Whether a form was made for another of the person's providers: the choice was changed after its page was read, in
 * another tab. One that names none is of a page from before there was a choice, so of a person with one provider.
 */
export function isOfOtherProvider(actor: Actor, formProvider: FormDataEntryValue | null): boolean {
  if (actor.kind !== "provider" || formProvider === actor.provider.id) return false;
  return Boolean(formProvider) || actor.ownProviders.length > 1;
}

/** @throws Refusal "other_provider" of such a form, about the provider that it was made for */
export function requireFormProvider(actor: Actor, formProvider: FormDataEntryValue | null): void {
  if (actor.kind !== "provider" || !isOfOtherProvider(actor, formProvider)) return;
  const meant = actor.ownProviders.find(({ id }) => id === formProvider);
  throw new Refusal("other_provider", undefined, undefined, [{ what: meant?.legalName ?? "—" }]);
}

/** Where a route handler leads that was sent such a form: the page that says so, and the way back to that provider. */
export const otherProviderPlace = (formProvider: FormDataEntryValue | null) =>
  `/empresa?${new URLSearchParams({ de: String(formProvider ?? "") })}`;
