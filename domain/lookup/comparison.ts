import { plain } from "@/model/identity/typed";

/** What of the paper is compared, row by row: its value, who holds it, its number and date. */
export const comparedRows = ["value", "holder", "paper"] as const;
export type ComparedRow = (typeof comparedRows)[number];

/**
 * What of an order can change between a look-up and its use (db/functions/order_snapshot.sql); "other" is a part that
 * its kind keeps from providers.
 */
const orderParts = [
  "kind",
  "number",
  "holder",
  "value",
  "dates",
  "provider",
  "concept",
  "office",
  "balance",
  "other",
] as const;
export type OrderPart = (typeof orderParts)[number];

/** How the caja wants orders compared: shown whole, by typing the value, or by typing it from a value on. */
export const compareModes = ["show", "type", "type_from"] as const;

export const unreadableReasons = ["damaged", "sight", "other"] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

const LARGEST_PESOS = 999_999_999_999;

/**
 * Whole pesos as people copy them from a paper: 480000, 480.000, $480.000, 480.000,00, 1'200.000. Null when it
 * can't be told which amount is meant; "480.00" can't.
 */
export function readPesos(typed: string): number | null {
  const amount = plain(typed)
    .replace(/^(?:\$|COP|PESOS)+/, "")
    .replace(/(?:PESOS|COP|M\/CTE\.?|\.?-)+$/, "")
    .replace(/^(?:COP|\$)/, "")
    .replace(/(?<=\d)O|O(?=\d)/g, "0");
  const unbroken = /^\d+(?:,00?)?$/;
  const points = /^\d{1,3}(?:['’´`.]\d{3})+(?:,00?)?$/;
  const commas = /^\d{1,3}(?:,\d{3})+(?:\.00)?$/;
  if (!unbroken.test(amount) && !points.test(amount) && !commas.test(amount)) return null;
  const cents = commas.test(amount) ? /\.00$/ : /,00?$/;
  const pesos = Number(amount.replace(cents, "").replace(/\D/g, ""));
  return pesos <= LARGEST_PESOS ? pesos : null;
}
