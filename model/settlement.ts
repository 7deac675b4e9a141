import type { CalendarDay } from "@/model/calendar";

/** How far a use is on its way to being paid. `open` is a use that the caja has not looked at yet. */
export const settlementStates = ["open", "legalized", "invoiced", "paid", "objected"] as const;
export type SettlementState = (typeof settlementStates)[number];

/** From a day to another, both included. */
export type Period = { from: CalendarDay; to: CalendarDay };
