import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { isDatabaseDown } from "@/db/connection";
import { listedStandings } from "@/db/queries/provider";
import { providerColumns, providerRows } from "@/domain/provider/standing";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { isTableFormat, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { bogotaDay } from "@/model/calendar";

const back = encodeURIComponent("/admin/proveedores");

/** Exports the filtered providers, without personal data. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  try {
    const actor = await currentActor();
    if (!actor) return seeOther(`/ingresar?volver=${back}`);
    if (!(await allowed(actor, "provider.read"))) return seeOther("/sin-permiso");
    const [form, { admin }] = await Promise.all([postedForm(request), currentMessages()]);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const format = String(form.get("formato"));
    if (!isTableFormat(format)) return refusedResponse(400, request.headers.get("cookie"));
    const search = String(form.get("buscar") ?? "")
      .trim()
      .slice(0, 100);
    const standing = listedStandings.find((known) => known === form.get("estado")) ?? null;
    const rows = providerRows(
      authorize(actor, "provider.read"),
      { search, standing },
      admin.providers.standings,
    );
    return tableResponse(
      format,
      `proveedores-${bogotaDay(new Date())}`,
      writeTable(format, providerColumns, rows),
    );
  } catch (error) {
    if (isDatabaseDown(error)) return seeOther(`/no-disponible?volver=${back}`);
    throw error;
  }
}
