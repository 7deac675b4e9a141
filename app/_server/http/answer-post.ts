import "server-only";
import { unstable_rethrow } from "next/navigation";
import { currentActor, doorTo } from "@/app/_server/auth/session";
import { seeOther } from "@/lib/http/own-path";
import { type Actor, unnamedDevice } from "@/model/access";
import { keepHead } from "./kept-form";
import { placeAfterFailure } from "./post-failure";

/** A form that is posted to a route handler, and its page. */
type Posted = { request: Request; page: string };

/**
 * Answers a posted form with a redirect (303): to the path that `run` returns; to the sign-in, with what was
 * typed stored for its page; or back to `page` with the refusal's code.
 */
export async function answerPost(
  page: string,
  posted: Posted,
  run: (actor: Actor) => Promise<string>,
): Promise<Response> {
  return seeOther(await placeAfter(page, posted, run));
}

async function placeAfter(
  page: string,
  posted: Posted,
  run: (actor: Actor) => Promise<string>,
): Promise<string> {
  try {
    const actor = await currentActor();
    if (actor && !unnamedDevice(actor)) return await run(actor);
    await keepHead(posted.page, posted.request);
    return doorTo(posted.page, true, actor);
  } catch (error) {
    unstable_rethrow(error);
    if (!posted.request.bodyUsed) await keepHead(posted.page, posted.request);
    return placeAfterFailure(error, page, "aviso");
  }
}
