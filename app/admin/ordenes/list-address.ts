import { readPesos } from "@/domain/lookup/comparison";
import { isCalendarDay } from "@/model/calendar";
import { parseNit } from "@/model/identity/nit";
import { bare, plain } from "@/model/identity/typed";
import type { OrderFilters, OrderSort } from "@/model/order-list";

/** Words of the address for what an order is worth today. */
export const standingWords = {
  vigente: "current",
  usada: "used",
  anulada: "annulled",
  vencida: "expired",
  borrador: "draft",
  "en-revision": "blocked",
  reemplazada: "replaced",
  "por-empezar": "not_yet",
} as const;
export type StandingWord = keyof typeof standingWords;

/** Words of the address for the order of the rows. */
export const sortWords = {
  fecha: "newest",
  "fecha-antigua": "oldest",
  numero: "number",
  "numero-mayor": "number_down",
  valor: "value",
  "valor-mayor": "value_down",
} as const satisfies Record<string, OrderSort>;
export type SortWord = keyof typeof sortWords;
export const sortNames = Object.keys(sortWords) as SortWord[];

/** What the address of the list says. Nothing of an affiliate: those are searched by POST. */
export const filterNames = [
  "tipo",
  "estado",
  "desde",
  "hasta",
  "vence-desde",
  "vence-hasta",
  "valor-desde",
  "valor-hasta",
  "proveedor",
  "sede",
  "origen",
  "impresa",
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Record<FilterName, string>>;

const isStanding = (param: string): param is StandingWord => Object.hasOwn(standingWords, param);
const isSort = (param: string): param is SortWord => Object.hasOwn(sortWords, param);
const day = (text: string) => (isCalendarDay(text) ? text : "");
const among = (text: string, words: readonly string[]) => (words.includes(text) ? text : "");

/** "1.000.000" or "$ 1000000" as digits. */
function pesos(text: string): string {
  const read = readPesos(text);
  return read === null ? "" : String(read);
}

/** A NIT as people type it, without its check digit. */
function nit(text: string): string {
  const read = parseNit(text);
  const number = read.ok ? read.nit : bare(plain(text).split("-")[0] ?? "");
  return /^\d{6,10}$/.test(number) ? number : "";
}

const readers: Record<FilterName, (text: string) => string> = {
  tipo: (text) => (/^[A-Z0-9]{1,10}$/.test(text.toUpperCase()) ? text.toUpperCase() : ""),
  estado: (text) => (isStanding(text) ? text : ""),
  desde: day,
  hasta: day,
  "vence-desde": day,
  "vence-hasta": day,
  "valor-desde": pesos,
  "valor-hasta": pesos,
  proveedor: nit,
  sede: (text) => text.slice(0, 80),
  origen: (text) => among(text, ["archivo", "aqui"]),
  impresa: (text) => among(text, ["si", "no"]),
};

/** The filters of an address or a form, in one spelling; what is no filter is "". */
export function readFilters(param: (name: FilterName) => unknown): Filters {
  const read = (name: FilterName) => {
    const text = param(name);
    return typeof text === "string" ? readers[name](text.trim()) : "";
  };
  return Object.fromEntries(filterNames.map((name) => [name, read(name)])) as Record<FilterName, string>;
}

export function readSort(param: unknown): SortWord {
  return typeof param === "string" && isSort(param) ? param : "fecha";
}

const orNull = (text: string) => text || null;
const numberOrNull = (text: string) => (text ? Number(text) : null);

/** What the filters ask of an order. */
export function orderFilters(filters: Filters): OrderFilters {
  const { estado, origen, impresa } = filters;
  return {
    kindCode: orNull(filters.tipo),
    standing: isStanding(estado) ? standingWords[estado] : null,
    issuedFrom: orNull(filters.desde),
    issuedTo: orNull(filters.hasta),
    validFrom: orNull(filters["vence-desde"]),
    validTo: orNull(filters["vence-hasta"]),
    valueFrom: numberOrNull(filters["valor-desde"]),
    valueTo: numberOrNull(filters["valor-hasta"]),
    providerNit: orNull(filters.proveedor),
    office: orNull(filters.sede),
    origin: origen === "" ? null : origen === "aqui" ? "here" : "file",
    printed: impresa === "" ? null : impresa === "si",
  };
}

/** The filters that are set, for the log. */
export function setFilters(filters: Filters): Partial<Record<FilterName, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}
