import { answerPost } from "@/app/_server/http/answer-post";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { FindAccountInput } from "@/domain/rights/schema";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize } from "@/model/access";
import { keepSearch } from "../search-cookie";

type Context = { params: Promise<{ radicado: string }> };

/** Takes the name or e-mail that an account is looked for by; the page finds it in a cookie, not in its address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { headers } = request;
  if (!isOwnOrigin(headers)) return refusedResponse(403, headers.get("cookie"));
  const { radicado } = await params;
  const page = `/admin/habeas-data/${encodeURIComponent(radicado)}`;
  let unread = null as 400 | 413 | 503 | null;
  const answer = await answerPost(page, { request, page }, async (actor) => {
    const grant = authorize(actor, "rights.handle");
    const form = await postedForm(request, grant.actor.personId);
    if (!(form instanceof FormData)) {
      unread = form;
      return page;
    }
    const input = FindAccountInput.safeParse({ number: radicado, typed: form.get("cuenta") });
    if (!input.success) return `${page}#cuentas`;
    await keepSearch(grant.actor.personId, input.data);
    return `${page}?hecha=1#cuentas`;
  });
  return unread === null ? answer : refusedResponse(unread, headers.get("cookie"));
}
