import "server-only";
import { isDatabaseDown } from "@/db/connection";
import { type Actor, unnamedDevice } from "@/model/access";
import { currentActor } from "./session";

/**
 * The person that the page's frame shows. While the database is down the frame shows nobody. Only for showing
 * and hiding; permissions are checked with `requireGrant`.
 */
export async function frameActor(): Promise<Actor | null> {
  try {
    return await currentActor();
  } catch (error) {
    if (isDatabaseDown(error)) return null;
    throw error;
  }
}

/** The start page of a person. */
export function homeOf(actor: Actor | null): string {
  if (!actor) return "/";
  if (unnamedDevice(actor)) return "/consultar";
  return actor.kind === "caja" ? "/admin" : "/aplicaciones";
}
