import type { Branch } from "@/db/queries/branch";
import { type HistoryFilterName, type HistoryFilters, setHistoryFilters } from "@/domain/history/schema";
import { shortDate } from "@/lib/format/date";
import type { Messages } from "@/messages/es-CO";

type Choice = "resultado" | "persona" | "lugar";
export type HistoryChoices = Readonly<Record<Choice, readonly { value: string; label: string }[]>>;

/** What may be chosen: results, people, and places with their counters, the closed ones too. */
export function historyChoices(
  t: Messages["history"],
  persons: readonly { id: string; name: string }[],
  branches: readonly Branch[],
): HistoryChoices {
  const name = (place: { name: string; open: boolean }) => (place.open ? place.name : t.closed(place.name));
  return {
    resultado: Object.entries(t.results).map(([value, label]) => ({ value, label })),
    persona: persons.map((person) => ({ value: person.id, label: person.name })),
    lugar: branches.flatMap((branch) => [
      { value: branch.id, label: t.wholeBranch(name(branch)) },
      ...branch.counters.map((counter) => ({
        value: counter.id,
        label: t.counterOf(name(counter), branch.name),
      })),
    ]),
  };
}

/** One chip for each filter that is set. */
export function historyChips(
  filters: HistoryFilters,
  t: Messages["history"],
  choices: HistoryChoices,
  without: (name: HistoryFilterName) => string,
) {
  const chosen = (name: Choice) =>
    choices[name].find(({ value }) => value === filters[name])?.label ?? filters[name];
  const shown: Record<HistoryFilterName, () => string> = {
    desde: () => shortDate(filters.desde),
    hasta: () => shortDate(filters.hasta),
    resultado: () => chosen("resultado"),
    persona: () => chosen("persona"),
    lugar: () => chosen("lugar"),
    numero: () => filters.numero,
  };
  return (Object.keys(setHistoryFilters(filters)) as HistoryFilterName[]).map((name) => ({
    name,
    label: t.names[name],
    value: shown[name](),
    href: without(name),
  }));
}
