import { answerPost } from "@/app/_server/http/answer-post";
import { keepTyped } from "@/app/_server/http/kept-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { markDocument } from "@/domain/request/decide";
import { readForm } from "@/lib/files/read-form";
import { currentClient } from "@/lib/http/client";
import { LARGEST_FORM_BYTES } from "@/lib/http/form-limits";
import { isOwnOrigin } from "@/lib/http/origin";
import { isUuid } from "@/lib/http/uuid";
import { authorize } from "@/model/access";
import { QUEUE_PATH } from "../../address";
import { readStep } from "../open-step";

/**
 * Opens another document, or marks one, while a reason is being written: what is ticked and typed is kept for the page
 * that comes next, with and without scripts. It is not sent to anybody.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ radicado: string }> },
): Promise<Response> {
  const { headers } = request;
  if (!isOwnOrigin(headers)) return refusedResponse(403, headers.get("cookie"));
  const page = `${QUEUE_PATH}/${encodeURIComponent((await params).radicado)}`;
  const { place, mark } = readStep(page, new URL(request.url).searchParams);
  let unread = null as 400 | 413 | 503 | null;
  const answer = await answerPost(page, { request, page }, async (actor) => {
    const grant = authorize(actor, "request.decide");
    // As it was posted: the form's own name, under which it is kept, belongs to no schema.
    const form = await readForm(request, LARGEST_FORM_BYTES, grant.actor.personId);
    if (!(form instanceof FormData)) {
      unread = { tooBig: 413 as const, malformed: 400 as const, busy: 503 as const }[form];
      return page;
    }
    await keepTyped(page, form);
    const requestId = form.get("requestId");
    if (mark && typeof requestId === "string" && isUuid(requestId))
      await markDocument(
        grant,
        { request: requestId, document: mark.document, good: mark.mark === "good" },
        await currentClient(),
      );
    return place;
  });
  return unread === null ? answer : refusedResponse(unread, headers.get("cookie"));
}
