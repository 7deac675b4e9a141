import type { HistoryEntry } from "./read-history";

/** Who did what an entry says, in words: a person, that a device named nobody, or that the caja did it. */
export function whoDid(
  { person, isUnnamed, isByCaja }: Pick<HistoryEntry, "person" | "isUnnamed" | "isByCaja">,
  words: { unnamed: (last: string) => string; byCaja: string },
): string | null {
  if (isByCaja) return words.byCaja;
  return person && isUnnamed ? words.unnamed(person) : person;
}
