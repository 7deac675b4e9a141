import "server-only";
import { answerPost } from "@/app/_server/http/answer-post";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize, type Grant, type Permission } from "@/model/access";

/**
 * Answers a posted search: `keep` stores what was typed in a cookie (search-cookie.ts), since it may stand in no
 * address, and returns where the page shows it. It checks the Origin header and the permission first.
 * @returns 403 for a form of another site, 400, 413 or 503 for one that could not be read, with a page
 */
export async function answerSearch<P extends Permission>(
  request: Request,
  { page, permission }: { page: string; permission: P },
  keep: (grant: Grant<P>, form: FormData) => Promise<string>,
): Promise<Response> {
  const cookie = request.headers.get("cookie");
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, cookie);
  let unread = null as 400 | 413 | 503 | null;
  const answer = await answerPost(page, { request, page }, async (actor) => {
    const grant = authorize(actor, permission);
    const form = await postedForm(request, grant.actor.personId);
    if (form instanceof FormData) return keep(grant, form);
    unread = form;
    return page;
  });
  return unread === null ? answer : refusedResponse(unread, cookie);
}
