import {
  filterParams,
  originParams,
  paramsOf,
  printedParams,
  standingParams,
} from "@/app/admin/_orders/list-address";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";
import { formatIdNumber } from "@/model/identity/format";
import { type OrderFilterName, type OrderFilters, setOrderFilters } from "@/model/order-list";

type Choice = "kindCode" | "standing" | "origin" | "printed";
/** By filter, the words of the address and what each is called. */
export type FilterChoices = Readonly<Record<Choice, Readonly<Record<string, string>>>>;

const choicesOf = <Code extends string>(
  params: Readonly<Record<Code, string>>,
  labels: Readonly<Record<Code, string>>,
) => Object.fromEntries((Object.keys(params) as Code[]).map((code) => [params[code], labels[code]]));

/** What may be chosen in the filters that have a list. */
export function filterChoices(
  { orders, orderList }: Messages["admin"],
  kinds: readonly { code: string; name: string }[],
): FilterChoices {
  return {
    kindCode: Object.fromEntries(kinds.map(({ code, name }) => [code, name])),
    standing: choicesOf(standingParams, orders.standings),
    origin: choicesOf(originParams, orderList.origins),
    printed: choicesOf(printedParams, orderList.printed),
  };
}

const shown: Record<Exclude<OrderFilterName, Choice>, (word: string) => string> = {
  issuedFrom: shortDate,
  issuedTo: shortDate,
  validFrom: shortDate,
  validTo: shortDate,
  valueFrom: (word) => formatPesos(Number(word)),
  valueTo: (word) => formatPesos(Number(word)),
  providerNit: formatIdNumber,
  office: (word) => word,
};

/** One chip for each filter that is set. */
export function filterChips(
  filters: OrderFilters,
  names: Readonly<Record<OrderFilterName, string>>,
  choices: FilterChoices,
  without: (name: OrderFilterName) => string,
) {
  const params = paramsOf(filters);
  return (Object.keys(setOrderFilters(filters)) as OrderFilterName[]).map((name) => {
    const word = params[filterParams[name]] ?? "";
    const value = isChoice(name) ? (choices[name][word] ?? word) : shown[name](word);
    return { name, label: names[name], value, href: without(name) };
  });
}

function isChoice(name: OrderFilterName): name is Choice {
  return !Object.hasOwn(shown, name);
}
