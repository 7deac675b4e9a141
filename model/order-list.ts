import type { CalendarDay } from "@/model/calendar";
import type { Outcome } from "@/model/verdict";

/** An order's standing without regard to a provider. */
export type OrderStanding =
  | Extract<Outcome, "current" | "used" | "annulled" | "expired" | "not_yet" | "blocked" | "replaced">
  | "draft";

/** The standings that the list has a tab for, as people ask for them. */
export const orderTabs = [
  "current",
  "used",
  "expired",
  "annulled",
  "blocked",
] as const satisfies OrderStanding[];
export type OrderTab = (typeof orderTabs)[number];

/** The standings in which what is left of an order says how much is at stake; every such order has some left. */
const withBalance: readonly OrderStanding[] = ["current", "expired", "not_yet", "blocked"];

/** Whether the orders of these filters are summed by what is left of them too. */
export const asksBalance = ({ standing }: OrderFilters): boolean =>
  standing !== null && withBalance.includes(standing);

/** Filters of the list of orders; null means no filter. */
export type OrderFilters = {
  kindCode: string | null;
  standing: OrderStanding | null;
  issuedFrom: CalendarDay | null;
  issuedTo: CalendarDay | null;
  validFrom: CalendarDay | null;
  validTo: CalendarDay | null;
  valueFrom: number | null;
  valueTo: number | null;
  providerNit: string | null;
  office: string | null;
  /** Whether the order came in a file or was issued here. */
  origin: "file" | "here" | null;
  printed: boolean | null;
};
export type OrderFilterName = keyof OrderFilters;

type SetFilters = { [Name in OrderFilterName]?: NonNullable<OrderFilters[Name]> };

/** The filters that are set. */
export function setOrderFilters(filters: OrderFilters): SetFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null));
}

/** The ways to sort the list. Each has an index; no other sort is offered. */
export type OrderSort =
  | "newest"
  | "oldest"
  | "number"
  | "number_down"
  | "value"
  | "value_down"
  | "until"
  | "until_down";

/** Where a page of the list begins: after this order, or so that it ends before it. */
export type ListPlace = { after: string } | { before: string };

/**
 * Which orders go to one file: those issued here. `also` "printed" takes those that were printed before as well,
 * `from` "file" those whose paper the core has printed, `whose` "mine" only one's own, `day` "today" only today's.
 */
export type PrintFilter = {
  kindCode: string;
  office: string;
  also: "" | "printed";
  from: "" | "file";
  whose: "" | "mine";
  day: "" | "today";
};
