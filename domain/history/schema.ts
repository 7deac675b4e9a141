import { addDays, type CalendarDay, daysBetween, isCalendarDay } from "@/model/calendar";
import type { HistoryQuery } from "@/model/history";
import { bare } from "@/model/identity/typed";
import { isOrderNumber, orderNumberReadings } from "@/model/order-number";
import { isResultWord, type ResultWord, resultGroups } from "./rules";

export const historyFilterNames = ["desde", "hasta", "resultado", "persona", "lugar", "numero"] as const;
export type HistoryFilterName = (typeof historyFilterNames)[number];
export type HistoryFilters = Readonly<Record<HistoryFilterName, string>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAYS = 30;
const MOST_DAYS = 366;

const uuid = (text: string) => (UUID.test(text) ? text : "");
const day = (text: string) => (isCalendarDay(text) ? text : "");
/** Letters that stand for a word or a zero, and not for those of a series. */
const NO_SERIES = /^(?:N[OR]|NRO|NUM|O+)\d/;
/** In its barest spelling; the letters of a series stay, since H1 is H0000001. */
const number = (text: string) => {
  const typed = text.slice(0, 60);
  const exact = bare(typed);
  const series = /^[A-Z]{1,3}\d+$/.test(exact) && !NO_SERIES.test(exact);
  const key = series ? exact : (orderNumberReadings(typed, "").at(-1) ?? "");
  return isOrderNumber(key) ? key : "";
};
const readers: Record<HistoryFilterName, (text: string) => string> = {
  desde: day,
  hasta: day,
  resultado: (text) => (isResultWord(text) ? text : ""),
  persona: uuid,
  lugar: uuid,
  numero: number,
};

/** The filters of an address or a form, in one spelling; what is no filter is "". */
export function readHistoryFilters(param: (name: HistoryFilterName) => unknown): HistoryFilters {
  const read = (name: HistoryFilterName) => {
    const text = param(name);
    return typeof text === "string" ? readers[name](text.trim()) : "";
  };
  return Object.fromEntries(historyFilterNames.map((name) => [name, read(name)])) as Record<
    HistoryFilterName,
    string
  >;
}

/** What the filters ask for. Without days the last thirty, at most a year. */
export function historyQuery(filters: HistoryFilters, today: CalendarDay): HistoryQuery {
  const to = filters.hasta || today;
  const asked = filters.desde || addDays(to, 1 - DAYS);
  const from = asked > to ? to : daysBetween(asked, to) >= MOST_DAYS ? addDays(to, 1 - MOST_DAYS) : asked;
  const result: ResultWord | "" = isResultWord(filters.resultado) ? filters.resultado : "";
  return {
    from,
    to,
    what: result ? resultGroups[result] : null,
    personId: filters.persona || null,
    placeId: filters.lugar || null,
    numberKey: filters.numero ? orderNumberReadings(filters.numero, "").join(" ") : null,
  };
}

/** The filters that are set. */
export function setHistoryFilters(filters: HistoryFilters): Partial<Record<HistoryFilterName, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}
