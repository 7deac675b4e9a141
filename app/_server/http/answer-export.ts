import "server-only";
import { allowed } from "@/app/_server/auth/denied";
import { askAgainPlace, mustAskAgain } from "@/app/_server/auth/proof";
import { currentActor, doorTo } from "@/app/_server/auth/session";
import { isDatabaseDown } from "@/db/connection";
import { clientIp } from "@/lib/http/client";
import { comingFrom } from "@/lib/http/coming-from";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { authorize, type Grant, type Permission, unnamedDevice } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { postedForm } from "./posted-form";
import { refusedResponse } from "./refused-page";

/** What an export needs, and the page that offers it. `formats` are the values of its field `formato`. */
type Offer<P extends Permission, F extends string> = {
  permission: P;
  /** Whether it asks again who is there; by default what its permission says (model/access.ts). */
  again?: boolean;
  page: string;
  formats: readonly F[];
  /** Where a refusal leads: to the page on missing permissions unless the export names its own. */
  refusedTo?: string;
};

type Posted<F> = { form: FormData; format: F; ip: string };

/**
 * Answers a posted export with the file that `run` makes. It checks the Origin header, the session, the
 * permission, the last proof and the format first; a POST, because an export is audited.
 * @returns 400, 403 or 413 with a page for a request that no form of ours sends; a redirect to the sign-in, to the
 * page on missing permissions or to the page of an outage
 */
export async function answerExport<P extends Permission, F extends string>(
  request: Request,
  { permission, again, page, formats, refusedTo = "/sin-permiso" }: Offer<P, F>,
  run: (grant: Grant<P>, posted: Posted<F>) => Promise<Response>,
): Promise<Response> {
  const cookie = request.headers.get("cookie");
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, cookie);
  try {
    const actor = await currentActor();
    if (!actor || unnamedDevice(actor)) return seeOther(doorTo(page, false, actor));
    if (!(await allowed(actor, permission))) return seeOther("/sin-permiso");
    if (await mustAskAgain({ permission, again }))
      return seeOther(askAgainPlace(comingFrom(request.headers) ?? page, false));
    const form = await postedForm(request, actor.personId);
    if (!(form instanceof FormData)) return refusedResponse(form, cookie);
    const format = formats.find((offered) => offered === form.get("formato"));
    if (!format) return refusedResponse(400, cookie);
    return await run(authorize(actor, permission), { form, format, ip: clientIp(request.headers) });
  } catch (error) {
    if (error instanceof Refusal) return seeOther(refusedTo);
    if (isDatabaseDown(error)) return seeOther(`/no-disponible?volver=${encodeURIComponent(page)}`);
    throw error;
  }
}
