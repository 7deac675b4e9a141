import type { CalendarDay } from "@/model/calendar";

/** How far a use is on its way to being paid. `open` is a use that the caja has not looked at yet. */
export const settlementStates = ["open", "legalized", "invoiced", "paid", "objected"] as const;
export type SettlementState = (typeof settlementStates)[number];

/** A period of days, both ends included. */
export type Period = { from: CalendarDay; to: CalendarDay };
