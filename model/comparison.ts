import type { TextColumn } from "./order-field";

/** Rows of the comparison with the paper: value, holder, number and date. */
export const comparedRows = ["value", "holder", "paper"] as const;
export type ComparedRow = (typeof comparedRows)[number];

/** How the caja wants orders compared: shown whole, by typing the value, or by typing it from a value on. */
export const compareModes = ["show", "type", "type_from"] as const;

export const unreadableReasons = ["damaged", "sight", "other"] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/**
 * Parts of an order that can change between a look-up and its use (db/functions/order_snapshot.sql); "other" is
 * a part that the kind hides from providers.
 */
export type OrderPart =
  | "kind"
  | "number"
  | "holder"
  | "value"
  | "dates"
  | "provider"
  | "balance"
  | "other"
  | TextColumn;
