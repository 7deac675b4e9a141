import { addDays, type CalendarDay, daysBetween, inOrder, isCalendarDay } from "@/model/calendar";
import type { HistoryQuery } from "@/model/history";
import { inOneSpelling } from "@/model/identity/typed";
import {
  displayOrderNumber,
  isOrderNumber,
  normaliseOrderNumber,
  orderNumberReadings,
  orderNumberReadingsOfAny,
  withoutWords,
} from "@/model/order-number";
import { isResultGroup, type ResultGroup, resultGroups } from "./rules";

const historyFilterNames = ["from", "to", "result", "person", "place", "number"] as const;
export type HistoryFilterName = (typeof historyFilterNames)[number];
export type HistoryFilters = Readonly<Record<HistoryFilterName, string>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAYS = 30;
const MOST_DAYS = 366;

const uuid = (text: string) => (UUID.test(text) ? text : "");
const day = (text: string) => (isCalendarDay(text) ? text : "");
/** As long as a look-up takes one. All that was written stays, since it may be the number's own. */
const number = (text: string) => {
  const typed = text.slice(0, 60);
  if (!orderNumberReadings(typed, "").some(isOrderNumber)) return "";
  // What parts words before a number from the number is kept too: without it they are one.
  const spelled = inOneSpelling(typed);
  const written = withoutWords(spelled) === spelled ? displayOrderNumber(typed) : spelled;
  return /^\d+$/.test(written) ? normaliseOrderNumber(typed) : written;
};
const readers: Record<HistoryFilterName, (text: string) => string> = {
  from: day,
  to: day,
  result: (text) => (isResultGroup(text) ? text : ""),
  person: uuid,
  place: uuid,
  number,
};

/** Normalised filters of an address or form; "" for anything invalid. */
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

/**
 * The query of the filters. Without days the last thirty, at most a year; of two days the earlier one comes first.
 * @param kindCodes of all kinds of orders, which may stand before a number as on the paper
 */
export function historyQuery(
  filters: HistoryFilters,
  today: CalendarDay,
  kindCodes: readonly string[],
): HistoryQuery {
  const [earlier, later] = inOrder(filters.from || null, filters.to || today);
  const to = later ?? today;
  const first = earlier ?? addDays(to, 1 - DAYS);
  const from = daysBetween(first, to) >= MOST_DAYS ? addDays(to, 1 - MOST_DAYS) : first;
  const result: ResultGroup | "" = isResultGroup(filters.result) ? filters.result : "";
  return {
    from,
    to,
    what: result ? resultGroups[result] : null,
    personId: filters.person || null,
    placeId: filters.place || null,
    numberKey: filters.number ? orderNumberReadingsOfAny(filters.number, kindCodes).join(" ") : null,
  };
}

/** The filters that are not empty. */
export function setHistoryFilters(filters: HistoryFilters): Partial<Record<HistoryFilterName, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}
