import { answerExport } from "@/app/_server/http/answer-export";
import { exportLog } from "@/domain/audit/read-log";
import { exactTime } from "@/lib/format/date";
import { queryText } from "@/lib/http/query";
import { type Cell, type Column, tableFormats, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";
import { readLogFilter } from "../log-address";
import { sentenceOf } from "../sentence";

const offer = {
  permission: "audit.read",
  again: true,
  page: "/admin/bitacora",
  formats: tableFormats,
} as const;

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

/** Exports the audit log with the filters of the page. */
export async function POST(request: Request): Promise<Response> {
  return answerExport(request, offer, async (grant, { form, format, ip }) => {
    const messages = await currentMessages();
    const filter = readLogFilter((param) => queryText(String(form.get(param) ?? "")));
    const lines = await exportLog(grant, { filter, format }, { ip });
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
  });
}
