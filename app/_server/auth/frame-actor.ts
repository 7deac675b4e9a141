import "server-only";
import { isDatabaseDown } from "@/db/connection";
import type { Actor } from "@/model/access";
import { currentActor } from "./session";

/**
 * Whom the page's frame greets. The frame stands also while the database is down, and then greets nobody:
 * this is for showing and hiding only, rights are asked with `requireGrant`.
 */
export async function frameActor(): Promise<Actor | null> {
  try {
    return await currentActor();
  } catch (error) {
    if (isDatabaseDown(error)) return null;
    throw error;
  }
}

/** Where a person's day starts. */
export function homeOf(actor: Actor | null): string {
  if (!actor) return "/";
  return actor.kind === "caja" ? "/admin" : "/aplicaciones";
}
