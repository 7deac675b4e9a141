import type { LogFilter } from "@/domain/audit/read-log";
import { isAuditAction } from "@/model/audit-action";
import { inOrder, isCalendarDay } from "@/model/calendar";

/** Names of the filters in the address and in the form of the export. */
const params = {
  from: "fecha",
  to: "hasta",
  action: "accion",
  person: "persona",
  provider: "proveedor",
  subject: "sujeto",
} as const satisfies Record<keyof LogFilter, string>;

export type LogParam = (typeof params)[keyof LogFilter];

/** The filters of an address or a form; one day alone is that day, and of two the earlier one comes first. */
export function readLogFilter(text: (param: LogParam) => string): LogFilter {
  const day = (param: LogParam) => (isCalendarDay(text(param)) ? text(param) : null);
  const first = day(params.from);
  const [from, to] = inOrder(first, day(params.to) ?? first);
  const action = text(params.action);
  return {
    from,
    to,
    action: isAuditAction(action) ? action : null,
    person: text(params.person),
    provider: text(params.provider),
    subject: text(params.subject),
  };
}

/** The filters as an address and a form carry them. */
export function paramsOfLog(filter: LogFilter): Record<LogParam, string> {
  return {
    fecha: filter.from ?? "",
    hasta: filter.to === filter.from ? "" : (filter.to ?? ""),
    accion: filter.action ?? "",
    persona: filter.person,
    proveedor: filter.provider,
    sujeto: filter.subject,
  };
}
