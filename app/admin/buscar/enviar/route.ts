import { SearchInput } from "@/domain/search/schema";
import { answerSearch } from "../../answer-search";
import { keepSearch } from "../search-cookie";

const PAGE = "/admin/buscar";

/** Takes what was typed in the bar of any page; the page of the results finds it in a cookie, not in its address. */
export async function POST(request: Request): Promise<Response> {
  return answerSearch(request, { page: PAGE, permission: "caja.search" }, async (grant, form) => {
    const input = SearchInput.safeParse(Object.fromEntries(form));
    if (!input.success) return PAGE;
    await keepSearch(grant.actor.personId, input.data.q);
    return `${PAGE}?hecha=1`;
  });
}
