import "server-only";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { cache } from "react";
import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { findSessionActor } from "@/db/queries/session";
import { tokenHash } from "@/lib/crypto/token";
import { logError } from "@/lib/log";
import { type Actor, authorize, type Grant, type Permission } from "@/model/access";
import { sessionToken } from "./config";
import { allowed } from "./denied";

/** Who is asking, or null. Asked once a request; rights are the database's of this moment. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = await sessionToken();
  return token ? findSessionActor(publicDatabase(), tokenHash(token)) : null;
});

/**
 * Sends people who are not signed in to the door; when the database is down, to the page that says so.
 * @param typed whether they sent a form that waits for them: the door says so
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

/** Address of the door, with the way back. */
export function doorTo(page: string, typed: boolean): string {
  return `/ingresar?volver=${encodeURIComponent(page)}${typed ? "&motivo=envio" : ""}`;
}

/** The grant that a page needs. Without the permission the person is sent to the page that explains it. */
export async function requireGrant<P extends Permission>(wanted: P): Promise<Grant<P>> {
  const actor = await requireActor();
  if (!(await allowed(actor, wanted))) redirect("/sin-permiso");
  return authorize(actor, wanted);
}

/** Path of the present page, written by proxy.ts, so that a person comes back to where they were. */
async function currentPath(): Promise<string> {
  return (await headers()).get("x-path") ?? "/";
}
