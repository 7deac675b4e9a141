import { sessionToken } from "@/app/_server/auth/config";
import { rememberProvider } from "@/app/_server/auth/own-provider";
import { answerPost } from "@/app/_server/http/answer-post";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { SwitchInput } from "@/domain/account/schema";
import { switchProvider } from "@/domain/account/switch-provider";
import { tokenHash } from "@/lib/crypto/token";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { ownPath } from "@/lib/http/own-path";
import { authorize } from "@/model/access";
import { samePage } from "../same-page";

/** Switches this browser to another of the person's providers and returns to the same kind of page, or goes on to one. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  if (!isOwnOrigin(headers)) return refusedResponse(403, headers.get("cookie"));
  return answerPost("/empresa", { request, page: "/empresa" }, async (actor) => {
    authorize(actor, "application.view");
    const [form, token] = await Promise.all([postedForm(request, actor.personId), sessionToken()]);
    const input = form instanceof FormData ? SwitchInput.safeParse(Object.fromEntries(form)) : null;
    if (!token || !input?.success) return "/empresa";
    await switchProvider(token, input.data.provider, { ip: clientIp(headers) });
    await rememberProvider(input.data.provider);
    const next = ownPath(input.data.volver);
    if (next) return next;
    const now = await findSessionActor(doorDatabase(), tokenHash(token));
    return now ? samePage(headers.get("referer"), now) : "/ingresar";
  });
}
