import "server-only";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { cache } from "react";
import { PAGE_LOOKUP } from "@/app/_server/http/page-lookup";
import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { findSessionPage, type PageRead } from "@/db/queries/session";
import { tokenHash } from "@/lib/crypto/token";
import { logError } from "@/lib/log";
import { type Actor, authorize, can, type Grant, type Permission, unnamedDevice } from "@/model/access";
import { currentBrowser } from "./browser";
import { claimedCounter } from "./claimed-counter";
import { sessionToken } from "./config";
import { allowed } from "./denied";
import { pairedToken } from "./paired-device";

const nothingRead: PageRead = { actor: null, counter: null, lookup: null, proven: false };

/**
 * The signed-in person, the counter that the device claims (`claim`), and the look-up that the page is about:
 * read in one statement, once per request. Permissions are the database's current ones.
 */
export const sessionPage = cache(async (): Promise<PageRead & { claim: string | null }> => {
  const [token, paired, claim, request, browser] = await Promise.all([
    sessionToken(),
    pairedToken(),
    claimedCounter(),
    headers(),
    currentBrowser(),
  ]);
  if (!token && !paired) return { ...nothingRead, claim };
  const [hash, deviceHash] = [token, paired].map((each) => (each ? tokenHash(each) : null));
  const key = {
    tokenHash: hash ?? null,
    deviceHash,
    counter: claim,
    lookup: request.get(PAGE_LOOKUP),
    ...browser,
  };
  return { ...(await findSessionPage(publicDatabase(), key)), claim };
});

/** The signed-in person, or null. */
export async function currentActor(): Promise<Actor | null> {
  return (await sessionPage()).actor;
}

/**
 * Redirects people who are not signed in to the sign-in; while the database is down, to the page that says so.
 * @param typed whether a form that they sent is stored for them, which the sign-in page then says
 */
export async function requireActor({ typed = false } = {}): Promise<Actor> {
  try {
    const actor = await currentActor();
    if (actor) return actor;
  } catch (error) {
    unstable_rethrow(error);
    if (isDatabaseDown(error)) {
      logError("page.database_down", error, {}, "warn");
      redirect(`/no-disponible?volver=${encodeURIComponent(await currentPath())}`);
    }
    throw error;
  }
  redirect(doorTo(await currentPath(), typed));
}

/**
 * Address of the sign-in page, or of the one that names a person on a paired device, with the page to return to.
 * @param actor the device, when it asked alone
 */
export function doorTo(page: string, typed: boolean, actor: Actor | null = null): string {
  const door = unnamedDevice(actor) ? "/turno" : "/ingresar";
  return `${door}?volver=${encodeURIComponent(page)}${typed ? "&motivo=envio" : ""}`;
}

/** The grant that a page needs. Without the permission it redirects to the page that explains it. */
export async function requireGrant<P extends Permission>(wanted: P): Promise<Grant<P>> {
  const actor = await requireActor();
  if (unnamedDevice(actor) && !can(actor, wanted)) redirect(doorTo(await currentPath(), false, actor));
  if (!(await allowed(actor, wanted))) redirect("/sin-permiso");
  return authorize(actor, wanted);
}

/** Path of the current page, set by proxy.ts, so that a person returns to it after the sign-in. */
async function currentPath(): Promise<string> {
  return (await headers()).get("x-path") ?? "/";
}
