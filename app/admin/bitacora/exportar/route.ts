import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { isDatabaseDown } from "@/db/connection";
import { exportLog } from "@/domain/audit/read-log";
import { exactTime } from "@/lib/format/date";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { queryText } from "@/lib/http/query";
import { type Cell, type Column, isTableFormat, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { readLogFilter } from "../log-address";
import { sentenceOf } from "../sentence";

const columns: readonly Column[] = [
  { header: "NUMERO", kind: "number", width: 12 },
  { header: "FECHA_HORA", width: 22 },
  { header: "QUE_PASO", width: 90 },
  { header: "PERSONA", width: 28 },
  { header: "PROVEEDOR", width: 34 },
  { header: "ACTO", width: 24 },
  { header: "DATOS", width: 60 },
  { header: "CANAL", width: 12 },
  { header: "IP", width: 16 },
];

/** Takes the log along, with the filters of the page. A POST, since taking it is written down. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  try {
    const actor = await currentActor();
    if (!actor) return seeOther("/ingresar?volver=%2Fadmin%2Fbitacora");
    if (!(await allowed(actor, "audit.read"))) return seeOther("/sin-permiso");
    const grant = authorize(actor, "audit.read");
    const [form, messages] = await Promise.all([postedForm(request), currentMessages()]);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const format = String(form.get("formato"));
    if (!isTableFormat(format)) return refusedResponse(400, request.headers.get("cookie"));
    const filter = readLogFilter((param) => queryText(String(form.get(param) ?? "")));
    const lines = await exportLog(grant, { filter, format }, { ip: clientIp(request.headers) });
    async function* rows(): AsyncGenerator<Cell[]> {
      for await (const { line, names } of lines) {
        const parts = sentenceOf({ line, names, messages, actor: grant.actor });
        yield [
          line.seq,
          exactTime(line.at),
          parts.map(({ text }) => text).join(""),
          line.actor,
          line.provider,
          line.action,
          JSON.stringify(line.detail),
          line.channel,
          line.ip,
        ];
      }
    }
    return tableResponse(format, `bitacora-${bogotaDay(new Date())}`, writeTable(format, columns, rows()));
  } catch (error) {
    if (isDatabaseDown(error)) return seeOther("/no-disponible?volver=%2Fadmin%2Fbitacora");
    throw error;
  }
}
