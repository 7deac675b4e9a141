import { claimedCounter } from "@/app/_server/auth/claimed-counter";
import { allowed } from "@/app/_server/auth/denied";
import { entryKeysOf } from "@/app/_server/auth/owner";
import { currentActor } from "@/app/_server/auth/session";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { askDeferred } from "@/domain/lookup/ask-deferred";
import { PendingInput } from "@/domain/lookup/schema";
import { currentClient } from "@/lib/http/client";
import { cleanForm } from "@/lib/http/form-data";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize } from "@/model/access";

/** The shortest pause of the rate limit is five minutes; one question a minute finds its end soon. */
const ASK_AGAIN_SECONDS = "60";

/**
 * Takes a look-up that a phone stored while offline. The phone chose its id, which makes a retry the same
 * look-up. It is recorded for the person who scanned the code, and refused while another one is signed in
 * (409), and deferred during a pause of the rate limit (429).
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const actor = await currentActor();
  if (!actor || !(await allowed(actor, "order.look_up"))) return new Response(null, { status: 401 });
  const grant = authorize(actor, "order.look_up");
  const form = await postedForm(request, grant.actor.personId);
  if (form instanceof FormData && !entryKeysOf(actor).some(({ owner }) => owner === form.get("owner")))
    return new Response(null, { status: 409 });
  const input = form instanceof FormData ? PendingInput.safeParse(cleanForm(form).object) : null;
  if (!input?.success) return refusedResponse(400, request.headers.get("cookie"));
  const client = { ...(await currentClient()), counterId: await claimedCounter() };
  const answer = await askDeferred(grant, input.data, client);
  if (answer === null)
    return new Response(null, { status: 429, headers: { "retry-after": ASK_AGAIN_SECONDS } });
  return Response.json({ answer }, { headers: { "cache-control": "private, no-store" } });
}
