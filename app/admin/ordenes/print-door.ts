import { askAgainPlace, mustAskAgain } from "@/app/_server/auth/proof";
import { currentActor } from "@/app/_server/auth/session";
import { placeAfterFailure } from "@/app/_server/http/post-failure";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { clientIp } from "@/lib/http/client";
import { comingFrom } from "@/lib/http/coming-from";
import { seeOther } from "@/lib/http/own-path";
import { type Actor, can } from "@/model/access";
import { keepPaperSize } from "./last-paper-size";

/**
 * Wrapper of route handlers that print: checks the session and runs `run` with the form. A refusal redirects to
 * the page `from` with its code, and so does null, which means that nothing was left to print. What prints `many`
 * orders takes the data of many people along and asks again who is there, like the other files with personal data.
 */
export async function printDoor(
  request: Request,
  { from, many }: { from: string; many: boolean },
  run: (actor: Actor, form: FormData, client: { ip: string }) => Promise<Response | null>,
): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return seeOther(`/ingresar?${new URLSearchParams({ volver: from })}`);
    if (many && can(actor, "order.print") && (await mustAskAgain({ permission: "order.print", again: true })))
      return seeOther(askAgainPlace(comingFrom(request.headers) ?? from, false));
    const form = await postedForm(request, actor.personId);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const answer = await run(actor, form, { ip: clientIp(request.headers) });
    if (answer) await keepPaperSize(form);
    return answer ?? seeOther(from);
  } catch (error) {
    return seeOther(await placeAfterFailure(error, from, "papel"));
  }
}
