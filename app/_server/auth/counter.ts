import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { type Counter, findOpenCounter } from "@/db/queries/branch";
import { siteCookie } from "@/lib/http/secure";
import type { Actor, ProviderActor } from "@/model/access";
import { COUNTER_COOKIE, claimedCounter } from "./claimed-counter";
import { homeOf } from "./frame-actor";
import { sessionPage } from "./session";

const SECONDS = 400 * 24 * 60 * 60;

const findCounter = cache((actor: ProviderActor, id: string) =>
  findOpenCounter(publicDatabase(), { actor }, id),
);

/** The counter of this device, when it is an open one of the actor's provider. Cached per request. */
export async function currentCounter(own: ProviderActor): Promise<Counter | null> {
  const claim = await claimedCounter();
  if (!claim) return null;
  const { actor, counter, claim: read } = await sessionPage();
  // After a sign-in or a change of counter within this request, the session that was read is outdated.
  const isRead = read === claim && actor?.kind === "provider" && actor.provider.id === own.provider.id;
  return isRead ? counter : findCounter(own, claim);
}

/** The same for the page's frame, which is also shown while the database is down. */
export async function frameCounter(actor: Actor | null): Promise<Counter | null> {
  if (actor?.kind !== "provider") return null;
  try {
    return await currentCounter(actor);
  } catch (error) {
    if (isDatabaseDown(error)) return null;
    throw error;
  }
}

/** The start page of a person on this device: the look-up, when the device is a counter. */
export async function startOf(actor: Actor): Promise<string> {
  const uses = actor.kind === "provider" && actor.provider.opensLookUp;
  return uses && (await frameCounter(actor)) ? "/consultar" : homeOf(actor);
}

/** Makes this device that counter, whoever signs in on it; null removes it. */
export async function rememberCounter(id: string | null): Promise<void> {
  const jar = await cookies();
  if (id === null) jar.delete({ name: COUNTER_COOKIE, ...siteCookie() });
  else jar.set(COUNTER_COOKIE, id, { ...siteCookie(), maxAge: SECONDS });
}
