import type { CalendarDay } from "@/model/calendar";

/** State of a use until its payment. `open`: the caja has not handled it yet. */
export const settlementStates = ["open", "legalized", "invoiced", "paid", "objected"] as const;
export type SettlementState = (typeof settlementStates)[number];

/** A period of days, both ends included. */
export type Period = { from: CalendarDay; to: CalendarDay };
