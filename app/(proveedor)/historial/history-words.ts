import type { Branch } from "@/db/queries/branch";
import type { ResultGroup } from "@/domain/history/rules";
import { type HistoryFilterName, type HistoryFilters, setHistoryFilters } from "@/domain/history/schema";
import { shortDate } from "@/lib/format/date";
import type { Messages } from "@/messages/es-CO";
import { filterParams, paramsOf, resultWords } from "./address";

type Choice = "result" | "person" | "place";
export type HistoryChoices = Readonly<Record<Choice, readonly { value: string; label: string }[]>>;

/** Options of the filters: results, people, and branches with their counters, closed ones too. */
export function historyChoices(
  t: Messages["history"],
  persons: readonly { id: string; name: string }[],
  branches: readonly Branch[],
): HistoryChoices {
  const name = (place: { name: string; open: boolean }) => (place.open ? place.name : t.closed(place.name));
  return {
    result: (Object.keys(resultWords) as ResultGroup[]).map((group) => ({
      value: resultWords[group],
      label: t.results[group],
    })),
    person: persons.map((person) => ({ value: person.id, label: person.name })),
    place: branches.flatMap((branch) => [
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
  const params = paramsOf(filters);
  const chosen = (name: Choice) => {
    const word = params[filterParams[name]] ?? "";
    return choices[name].find(({ value }) => value === word)?.label ?? word;
  };
  const shown: Record<HistoryFilterName, () => string> = {
    from: () => shortDate(filters.from),
    to: () => shortDate(filters.to),
    result: () => chosen("result"),
    person: () => chosen("person"),
    place: () => chosen("place"),
    number: () => filters.number,
  };
  return (Object.keys(setHistoryFilters(filters)) as HistoryFilterName[]).map((name) => ({
    name,
    label: t.names[name],
    value: shown[name](),
    href: without(name),
  }));
}
