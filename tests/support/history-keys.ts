import { historyQuery, readHistoryFilters } from "@/domain/history/schema";

/** Codes of kinds: one is the beginning of another, one is a label, one has a figure. */
export const someKinds = ["A", "ADEL", "BE2", "NO", "AS"];

/** The numbers that the history looks for when this is typed, as the address brings it back. */
export function historyKeys(typed: string): string[] {
  const read = (text: string) => readHistoryFilters((name) => (name === "number" ? text : ""));
  const filters = read(read(typed).number);
  return historyQuery(filters, "2026-11-28", someKinds).numberKey?.split(" ") ?? [];
}
