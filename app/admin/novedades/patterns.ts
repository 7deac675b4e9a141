import type { DeskReport } from "@/db/queries/report-desk";
import { formatCount } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";
import { PATTERN_DAYS, PATTERN_REPORTS } from "@/model/report";

/** "3 novedades de este proveedor en 7 días", where there are so many. */
export function patternsOf(
  { ofProvider, ofOrder }: Pick<DeskReport, "ofProvider" | "ofOrder">,
  t: Messages["admin"]["reports"],
): string[] {
  const days = String(PATTERN_DAYS);
  return [
    ...(ofProvider >= PATTERN_REPORTS ? [t.patternProvider(formatCount(ofProvider), days)] : []),
    ...(ofOrder >= PATTERN_REPORTS ? [t.patternOrder(formatCount(ofOrder), days)] : []),
  ];
}
