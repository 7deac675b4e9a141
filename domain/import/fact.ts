import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";

const DAYS: readonly string[] = [
  "before_start",
  "day_to_come",
  "day_too_early",
  "day_too_late",
  "issued_long_ago",
];

/** Values of an error's message, with pesos and days formatted. */
export function readableFact(code: string, fact: string): string {
  if (code === "value_too_large") return formatPesos(Number(fact));
  return DAYS.includes(code) ? shortDate(fact) : fact;
}

const LONGEST_CELL = 60;

/** A cell's text, shortened, without the reader's marks and control characters. */
export function readableCell(text: string): string {
  const plain = text.replace(/^¿([\s\S]*)\?$/, "$1").replace(/[\p{Cc}\p{Cf}]/gu, "?");
  return plain.length > LONGEST_CELL ? `${plain.slice(0, LONGEST_CELL)}…` : plain;
}
