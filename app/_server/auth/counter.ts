import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { type Counter, findOpenCounter } from "@/db/queries/branch";
import { isHttps } from "@/lib/http/secure";
import { isUuid } from "@/lib/http/uuid";
import type { Actor, ProviderActor } from "@/model/access";
import { homeOf } from "./frame-actor";

const COOKIE = "caja";
const SECONDS = 400 * 24 * 60 * 60;

/**
 * The counter that this device says it is. Only a claim: whoever records it asks the database whether it is an
 * open counter of the person's own provider.
 */
export async function claimedCounter(): Promise<string | null> {
  const claim = (await cookies()).get(COOKIE)?.value ?? "";
  return isUuid(claim) ? claim : null;
}

const findCounter = cache((providerId: string, id: string) =>
  findOpenCounter(publicDatabase(), providerId, id),
);

/** The counter of this device, when it is an open one of the actor's provider. Asked once a request. */
export async function currentCounter({ provider }: ProviderActor): Promise<Counter | null> {
  const claim = await claimedCounter();
  return claim ? findCounter(provider.id, claim) : null;
}

/** The same for the page's frame, which also stands while the database is down. */
export async function frameCounter(actor: Actor | null): Promise<Counter | null> {
  if (actor?.kind !== "provider") return null;
  try {
    return await currentCounter(actor);
  } catch (error) {
    if (isDatabaseDown(error)) return null;
    throw error;
  }
}

/** Where a person's day starts on this device: at the counter, where the device is one. */
export async function startOf(actor: Actor): Promise<string> {
  const uses = actor.kind === "provider" && actor.provider.applications.includes("CONVENIOS");
  return uses && (await frameCounter(actor)) ? "/consultar" : homeOf(actor);
}

/** From now on this device is that counter, whoever signs in on it; null forgets it. */
export async function rememberCounter(id: string | null): Promise<void> {
  const jar = await cookies();
  const cookieOptions = { httpOnly: true, sameSite: "lax", secure: isHttps(), path: "/" } as const;
  if (id === null) jar.delete({ name: COOKIE, ...cookieOptions });
  else jar.set(COOKIE, id, { ...cookieOptions, maxAge: SECONDS });
}
