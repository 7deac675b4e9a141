import { type FilterName, type Filters, setFilters, standingWords } from "@/app/admin/ordenes/list-address";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";
import { formatIdNumber } from "@/model/identity/format";

type Choices = Readonly<Record<"tipo" | "estado" | "origen" | "impresa", Readonly<Record<string, string>>>>;
export type FilterWords = {
  names: Readonly<Record<FilterName, string>>;
  choices: Choices;
  anyOne: string;
  apply: string;
};

/** Names of the filters, and what may be chosen. */
export function filterWords(
  { orders, orderList }: Messages["admin"],
  kinds: readonly { code: string; name: string }[],
): FilterWords {
  const { names, anyOne, apply, origins, printed } = orderList;
  return {
    names,
    anyOne,
    apply,
    choices: {
      tipo: Object.fromEntries(kinds.map(({ code, name }) => [code, name])),
      estado: Object.fromEntries(
        Object.entries(standingWords).map(([param, standing]) => [param, orders.standings[standing]]),
      ),
      origen: origins,
      impresa: printed,
    },
  };
}

const values: Record<FilterName, (value: string, choices: Choices) => string> = {
  tipo: (value, { tipo }) => tipo[value] ?? value,
  estado: (value, { estado }) => estado[value] ?? value,
  origen: (value, { origen }) => origen[value] ?? value,
  impresa: (value, { impresa }) => impresa[value] ?? value,
  desde: shortDate,
  hasta: shortDate,
  "vence-desde": shortDate,
  "vence-hasta": shortDate,
  "valor-desde": (value) => formatPesos(Number(value)),
  "valor-hasta": (value) => formatPesos(Number(value)),
  proveedor: formatIdNumber,
  sede: (value) => value,
};

/** One chip for each filter that is set. */
export function filterChips(
  filters: Filters,
  { names, choices }: FilterWords,
  without: (name: FilterName) => string,
) {
  const set = Object.keys(setFilters(filters)) as FilterName[];
  return set.map((name) => ({
    name,
    label: names[name],
    value: values[name](filters[name], choices),
    href: without(name),
  }));
}
