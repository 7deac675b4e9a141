import { answerPost } from "@/app/_server/http/answer-post";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { SearchInput } from "@/domain/search/schema";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize } from "@/model/access";
import { keepSearch } from "../search-cookie";

const PAGE = "/admin/buscar";

/** Takes what was typed in the bar of any page; the page of the results finds it in a cookie, not in its address. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  if (!isOwnOrigin(headers)) return refusedResponse(403, headers.get("cookie"));
  let unread = null as 400 | 413 | 503 | null;
  const answer = await answerPost(PAGE, { request, page: PAGE }, async (actor) => {
    const grant = authorize(actor, "caja.search");
    const form = await postedForm(request, grant.actor.personId);
    if (!(form instanceof FormData)) {
      unread = form;
      return PAGE;
    }
    const input = SearchInput.safeParse(Object.fromEntries(form));
    if (!input.success) return PAGE;
    await keepSearch(grant.actor.personId, input.data.q);
    return `${PAGE}?hecha=1`;
  });
  return unread === null ? answer : refusedResponse(unread, headers.get("cookie"));
}
