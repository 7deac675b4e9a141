import type { QueueFilter, QueueTab } from "@/db/queries/request-queue";

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
  corrected: "corregidas",
};

/** The filter that an address names, or null. */
export function filterOf(word: string): QueueFilter | null {
  return (Object.keys(filterWords) as QueueFilter[]).find((name) => filterWords[name] === word) ?? null;
}
