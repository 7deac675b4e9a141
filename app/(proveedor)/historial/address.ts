import type { ResultGroup } from "@/domain/history/rules";
import {
  type HistoryFilterName,
  type HistoryFilters,
  readHistoryFilters,
  setHistoryFilters,
} from "@/domain/history/schema";

/** Names of the filters in the address. */
export const filterParams: Readonly<Record<HistoryFilterName, string>> = {
  from: "desde",
  to: "hasta",
  result: "resultado",
  person: "persona",
  place: "lugar",
  number: "numero",
};

/** Names of the results in the address. */
export const resultWords: Readonly<Record<ResultGroup, string>> = {
  use: "uso",
  current: "vigente",
  used: "usada",
  annulled: "anulada",
  expired: "vencida",
  not_found: "no-encontrada",
  forged: "alterada",
  other: "otra",
};

/** Filters of an address or a form. */
export function filtersOf(value: (param: string) => unknown): HistoryFilters {
  return readHistoryFilters((name) => {
    const word = value(filterParams[name]);
    if (name !== "result") return word;
    return Object.entries(resultWords).find(([, known]) => known === String(word).trim())?.[0];
  });
}

/** The set filters as query parameters. */
export function paramsOf(filters: HistoryFilters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(setHistoryFilters(filters)).map(([name, value]) => [
      filterParams[name as HistoryFilterName],
      name === "result" ? resultWords[value as ResultGroup] : value,
    ]),
  );
}
