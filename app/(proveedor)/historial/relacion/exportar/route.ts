import { allowed } from "@/app/_server/auth/denied";
import { isOfOtherProvider, otherProviderPlace } from "@/app/_server/auth/own-provider";
import { currentActor } from "@/app/_server/auth/session";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { pdfResponse } from "@/app/_server/pdf-response";
import { isDatabaseDown } from "@/db/connection";
import { currentCaja } from "@/domain/caja/profile";
import { exportStatement, statementColumns, statementRows } from "@/domain/settlement/statement";
import { writeStatement } from "@/domain/settlement/write-pdf";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { isTableFormat, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { formatNit } from "@/model/identity/format";
import { Refusal } from "@/model/refusal";

const back = encodeURIComponent("/historial/relacion");

/** Exports the statement of a period, for the owner. A POST, because an export is audited. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  try {
    const actor = await currentActor();
    if (!actor) return seeOther(`/ingresar?volver=${back}`);
    if (!(await allowed(actor, "history.export"))) return seeOther("/sin-permiso");
    const grant = authorize(actor, "history.export");
    const [form, { settlement }] = await Promise.all([postedForm(request), currentMessages()]);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const formProvider = form.get("provider");
    if (isOfOtherProvider(actor, formProvider)) return seeOther(otherProviderPlace(formProvider));
    const format = String(form.get("formato"));
    if (format !== "pdf" && !isTableFormat(format))
      return refusedResponse(400, request.headers.get("cookie"));
    const statement = await exportStatement(grant, (name) => form.get(name), {
      format,
      ip: clientIp(request.headers),
    });
    const name = `relacion-${statement.period.from}-${statement.period.to}`;
    if (format !== "pdf")
      return tableResponse(
        format,
        name,
        writeTable(format, statementColumns, statementRows(statement, settlement)),
      );
    const { legalName, nit, checkDigit } = grant.actor.provider;
    const head = {
      caja: (await currentCaja()).name,
      provider: `${legalName}, NIT ${formatNit(nit, checkDigit)}`,
    };
    return pdfResponse((stream) => writeStatement(statement, head, stream), {
      fileName: `${name}.pdf`,
      cut: "statement.cut",
    });
  } catch (error) {
    if (error instanceof Refusal) return seeOther("/sin-permiso");
    if (isDatabaseDown(error)) return seeOther(`/no-disponible?volver=${back}`);
    throw error;
  }
}
