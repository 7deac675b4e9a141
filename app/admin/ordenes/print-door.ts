import { currentActor } from "@/app/_server/auth/session";
import { placeAfterFailure } from "@/app/_server/http/post-failure";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { clientIp } from "@/lib/http/client";
import { seeOther } from "@/lib/http/own-path";
import type { Actor } from "@/model/access";
import { keepPaperSize } from "./last-paper-size";

/**
 * Wrapper of route handlers that print: checks the session and runs `run` with the form. A refusal redirects to
 * the page `from` with its code, and so does null, which means that nothing was left to print.
 */
export async function printDoor(
  request: Request,
  from: string,
  run: (actor: Actor, form: FormData, client: { ip: string }) => Promise<Response | null>,
): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return seeOther(`/ingresar?${new URLSearchParams({ volver: from })}`);
    const form = await postedForm(request, actor.personId);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const answer = await run(actor, form, { ip: clientIp(request.headers) });
    if (answer) await keepPaperSize(form);
    return answer ?? seeOther(from);
  } catch (error) {
    return seeOther(await placeAfterFailure(error, from, "papel"));
  }
}
