import "server-only";
import { unstable_rethrow } from "next/navigation";
import { isDatabaseDown } from "@/db/connection";
import type { Actor } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import { currentActor } from "@/lib/auth/session";
import { seeOther } from "./own-path";

/**
 * Answers a posted form with a redirect that makes a GET (303): to the path that `run` answers, to the door,
 * or back to `page` with the refusal's code.
 */
export async function answerPost(page: string, run: (actor: Actor) => Promise<string>): Promise<Response> {
  return seeOther(await placeAfter(page, run));
}

async function placeAfter(page: string, run: (actor: Actor) => Promise<string>): Promise<string> {
  try {
    const actor = await currentActor();
    return actor ? await run(actor) : `/ingresar?volver=${encodeURIComponent(page)}`;
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof Refusal)
      return error.code === "not_allowed" ? "/sin-permiso" : `${page}?aviso=${error.code}`;
    if (isDatabaseDown(error)) return `/no-disponible?volver=${encodeURIComponent(page)}`;
    throw error;
  }
}
