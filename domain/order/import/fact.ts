import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";

const DAYS: readonly string[] = ["before_start", "day_too_early", "day_too_late"];

/** What a fault's words need besides, as people read it: pesos and days in their own form. */
export function readableFact(code: string, fact: string): string {
  if (code === "value_too_large") return formatPesos(Number(fact));
  return DAYS.includes(code) ? shortDate(fact) : fact;
}
