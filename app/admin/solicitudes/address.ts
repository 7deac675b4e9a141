import type { QueueFilter, QueueTab } from "@/db/queries/request-queue";
import { dueDays } from "@/domain/request/rules";
import { queryText } from "@/lib/http/query";
import { bogotaDay } from "@/model/calendar";

export const QUEUE_PATH = "/admin/solicitudes";

/** Names of the tabs in the address. */
export const tabWords: Readonly<Record<QueueTab, string>> = {
  toDecide: "por-decidir",
  waiting: "esperan",
  decided: "decididas",
};

/** What the filters are called in the address. */
export const filterWords: Readonly<Record<QueueFilter, string>> = {
  due: "vencidas",
  clean: "limpias",
  flagged: "avisos",
  fresh: "nuevas",
  corrected: "corregidas",
  renewals: "renovaciones",
};

/** The filter that an address names, or null. */
export function filterOf(word: string): QueueFilter | null {
  return (Object.keys(filterWords) as QueueFilter[]).find((name) => filterWords[name] === word) ?? null;
}

/** A request's desk; `list` are the filters of the list that it was opened from, as an address writes them. */
export const deskPath = (filingNumber: string, list = "") =>
  `${QUEUE_PATH}/${filingNumber}${list ? `?${list}` : ""}`;

type Parameter = string | string[] | undefined;
export type ListQuery = { ver?: Parameter; aplicacion?: Parameter };

/** The filters of an address as an address writes them again. */
export function listText({ ver, aplicacion }: ListQuery): string {
  const kept = { ver: queryText(ver), aplicacion: queryText(aplicacion, 40) };
  return new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== "")).toString();
}

/** What the queue is asked for by those filters. */
export function listOf(text: string) {
  const query = new URLSearchParams(text);
  return {
    filter: filterOf(query.get("ver") ?? ""),
    application: query.get("aplicacion"),
    dueBefore: dueDays(bogotaDay(new Date())).dueBefore,
  };
}
