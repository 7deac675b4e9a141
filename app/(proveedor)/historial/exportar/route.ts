import { allowed } from "@/app/_server/auth/denied";
import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { currentActor } from "@/app/_server/auth/session";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { isDatabaseDown } from "@/db/connection";
import { exportHistory, historyColumns } from "@/domain/history/export-history";
import { exactTime } from "@/lib/format/date";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { isTableFormat, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { filtersOf } from "../address";

/** Exports the history with the page's filters as a file, for the owner. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  try {
    const actor = await currentActor();
    if (!actor) return seeOther("/ingresar?volver=%2Fhistorial");
    if (!(await allowed(actor, "history.export"))) return seeOther("/sin-permiso");
    const [form, { history }] = await Promise.all([postedForm(request), currentMessages()]);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const formProvider = form.get("provider");
    if (isOfOtherProvider(actor, formProvider)) return seeOther(otherProviderPlace(formProvider));
    const format = String(form.get("formato"));
    if (!isTableFormat(format)) return refusedResponse(400, request.headers.get("cookie"));
    const { day, rows } = await exportHistory(
      authorize(actor, "history.export"),
      { filters: filtersOf((param) => form.get(param)), format },
      { entries: history.entries, time: (at) => exactTime(at).slice(-8) },
      { ip: clientIp(request.headers) },
    );
    return tableResponse(format, `historial-${day}`, writeTable(format, historyColumns, rows));
  } catch (error) {
    if (error instanceof Refusal) return seeOther("/sin-permiso");
    if (isDatabaseDown(error)) return seeOther("/no-disponible?volver=%2Fhistorial");
    throw error;
  }
}
