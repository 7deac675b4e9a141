import { addDays, type CalendarDay, daysBetween, isCalendarDay } from "@/model/calendar";
import type { HistoryQuery } from "@/model/history";
import { bare } from "@/model/identity/typed";
import { isOrderNumber, orderNumberReadings } from "@/model/order-number";
import { isResultGroup, type ResultGroup, resultGroups } from "./rules";

export const historyFilterNames = ["from", "to", "result", "person", "place", "number"] as const;
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
  from: day,
  to: day,
  result: (text) => (isResultGroup(text) ? text : ""),
  person: uuid,
  place: uuid,
  number,
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
  const to = filters.to || today;
  const first = filters.from || addDays(to, 1 - DAYS);
  const from = first > to ? to : daysBetween(first, to) >= MOST_DAYS ? addDays(to, 1 - MOST_DAYS) : first;
  const result: ResultGroup | "" = isResultGroup(filters.result) ? filters.result : "";
  return {
    from,
    to,
    what: result ? resultGroups[result] : null,
    personId: filters.person || null,
    placeId: filters.place || null,
    numberKey: filters.number ? orderNumberReadings(filters.number, "").join(" ") : null,
  };
}

/** The filters that are set. */
export function setHistoryFilters(filters: HistoryFilters): Partial<Record<HistoryFilterName, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}
