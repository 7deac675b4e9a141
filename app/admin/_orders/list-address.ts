import { readPesos } from "@/domain/lookup/comparison";
import { isUuid } from "@/lib/http/uuid";
import { inOrder, isCalendarDay } from "@/model/calendar";
import { parseNit } from "@/model/identity/nit";
import { numberOf, plain } from "@/model/identity/typed";
import {
  type ListPlace,
  type OrderFilterName,
  type OrderFilters,
  type OrderSort,
  type OrderStanding,
  setOrderFilters,
} from "@/model/order-list";

/** Names of the filters in the address. An affiliate's data are never among them: they are searched by POST. */
export const filterParams = {
  kindCode: "tipo",
  standing: "estado",
  issuedFrom: "desde",
  issuedTo: "hasta",
  validFrom: "vence-desde",
  validTo: "vence-hasta",
  valueFrom: "valor-desde",
  valueTo: "valor-hasta",
  providerNit: "proveedor",
  office: "sede",
  origin: "origen",
  printed: "impresa",
} as const satisfies Readonly<Record<OrderFilterName, string>>;
export const filterNames = Object.keys(filterParams) as OrderFilterName[];

/** Names in the address of an order's standing. */
export const standingParams: Readonly<Record<OrderStanding, string>> = {
  current: "vigente",
  used: "usada",
  annulled: "anulada",
  expired: "vencida",
  draft: "borrador",
  blocked: "en-revision",
  replaced: "reemplazada",
  not_yet: "por-empezar",
};
/** Names in the address of an order's origin and of whether it was printed. */
export const originParams = { file: "archivo", here: "aqui" } as const;
export const printedParams = { yes: "si", no: "no" } as const;

/** Names in the address of the sorting. */
export const sortParams: Readonly<Record<OrderSort, string>> = {
  newest: "fecha",
  oldest: "fecha-antigua",
  number: "numero",
  number_down: "numero-mayor",
  value: "valor",
  value_down: "valor-mayor",
  until: "vence",
  until_down: "vence-ultima",
};
export const sortNames = Object.keys(sortParams) as OrderSort[];

/** The code of a name in the address; null for an unknown one. */
function codeOf<Code extends string>(params: Readonly<Record<Code, string>>, word: string): Code | null {
  return (Object.keys(params) as Code[]).find((code) => params[code] === word) ?? null;
}

const day = (text: string) => (isCalendarDay(text) ? text : null);

/** A NIT as people type it, without its check digit where that is set off. */
function nit(text: string): string | null {
  const read = parseNit(text);
  const number = read.ok ? read.nit : numberOf(plain(text).split("-")[0] ?? "");
  return /^0*[1-9]\d{5,9}$/.test(number) ? number.replace(/^0+/, "") : null;
}

const readers: { [Name in OrderFilterName]: (text: string) => OrderFilters[Name] } = {
  kindCode: (text) => (/^[A-Z0-9]{1,10}$/.test(text.toUpperCase()) ? text.toUpperCase() : null),
  standing: (text) => codeOf(standingParams, text),
  issuedFrom: day,
  issuedTo: day,
  validFrom: day,
  validTo: day,
  // "1.000.000" or "$ 1000000".
  valueFrom: readPesos,
  valueTo: readPesos,
  providerNit: nit,
  office: (text) => text.slice(0, 80) || null,
  origin: (text) => codeOf(originParams, text),
  printed: (text) => {
    const code = codeOf(printedParams, text);
    return code === null ? null : code === "yes";
  },
};

/** Filters of an address or a form; anything invalid is ignored, and of two ends the smaller one comes first. */
export function readFilters(value: (param: string) => unknown): OrderFilters {
  const read = (name: OrderFilterName) => {
    const text = value(filterParams[name]);
    return typeof text === "string" ? readers[name](text.trim()) : null;
  };
  const filters = Object.fromEntries(filterNames.map((name) => [name, read(name)])) as OrderFilters;
  const [issuedFrom, issuedTo] = inOrder(filters.issuedFrom, filters.issuedTo);
  const [validFrom, validTo] = inOrder(filters.validFrom, filters.validTo);
  const [valueFrom, valueTo] = inOrder(filters.valueFrom, filters.valueTo);
  return { ...filters, issuedFrom, issuedTo, validFrom, validTo, valueFrom, valueTo };
}

/** The filters of an address that were typed in a way that means nothing, and so leave out no order. */
export function unreadFilters(value: (param: string) => unknown, read: OrderFilters): OrderFilterName[] {
  return filterNames.filter((name) => {
    const text = value(filterParams[name]);
    return typeof text === "string" && text.trim() !== "" && read[name] === null;
  });
}

/** The set filters as query parameters. */
export function paramsOf(filters: OrderFilters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(setOrderFilters(filters)).map(([name, value]) => [
      filterParams[name as OrderFilterName],
      paramOf(name as OrderFilterName, value),
    ]),
  );
}

function paramOf(name: OrderFilterName, value: string | number | boolean): string {
  if (name === "standing") return standingParams[value as OrderStanding];
  if (name === "origin") return originParams[value as "file" | "here"];
  if (name === "printed") return printedParams[value ? "yes" : "no"];
  return String(value);
}

/** The query of a provider's orders in force. */
export const inForceOf = (nit: string) => ({
  [filterParams.standing]: standingParams.current,
  [filterParams.providerNit]: nit,
});

/** The query of the orders that expired in these days. */
export const expiredIn = ({ from, to }: { from: string; to: string }) => ({
  [filterParams.standing]: standingParams.expired,
  [filterParams.validFrom]: from,
  [filterParams.validTo]: to,
});

export function readSort(param: unknown): OrderSort {
  return (typeof param === "string" ? codeOf(sortParams, param) : null) ?? "newest";
}

export const LIST_PATH = "/admin/ordenes/lista";

/** The order after which a page begins, or before which it ends. */
export const placeParams = { after: "tras", before: "antes" } as const;

export function readPlace(value: (param: string) => unknown): ListPlace | null {
  const id = (param: string) => {
    const text = value(param);
    return typeof text === "string" && isUuid(text) ? text : null;
  };
  const [after, before] = [id(placeParams.after), id(placeParams.before)];
  if (after) return { after };
  return before ? { before } : null;
}
