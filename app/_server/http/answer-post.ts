import "server-only";
import { unstable_rethrow } from "next/navigation";
import { currentActor } from "@/app/_server/auth/session";
import { seeOther } from "@/lib/http/own-path";
import type { Actor } from "@/model/access";
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
