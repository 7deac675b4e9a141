import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { Actor } from "@/domain/access";
import { currentActor } from "@/lib/auth/session";
import { seeOther } from "./own-path";
import { placeAfterFailure } from "./post-failure";

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
    return placeAfterFailure(error, page, "aviso");
  }
}
