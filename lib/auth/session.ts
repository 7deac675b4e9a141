import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { publicDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { type Actor, authorize, can, type Grant, type Permission } from "@/domain/access";
import { tokenHash } from "@/lib/crypto/token";
import { sessionToken } from "./config";

/** Who is asking, or null. Asked once a request; rights are the database's of this moment. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = await sessionToken();
  return token ? findSessionActor(publicDatabase(), tokenHash(token)) : null;
});

/** Sends people who are not signed in to the door. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect("/ingresar");
}

/** For pages: the grant, or the page that says why not. `from` brings a person back after signing in. */
export async function requireGrant<P extends Permission>(wanted: P, from?: string): Promise<Grant<P>> {
  const actor = await currentActor();
  if (!actor) redirect(from ? `/ingresar?volver=${encodeURIComponent(from)}` : "/ingresar");
  if (!can(actor, wanted)) redirect("/sin-permiso");
  return authorize(actor, wanted);
}
