import type { FaultCode } from "@/model/import";
import { hasHiddenSigns } from "./cells";

/** The names of the months, as programs write them. */
export const MONTHS =
  "ene|feb|mar|abr|may|jun|jul|ago|sept?|set|oct|nov|dic|jan|apr|aug|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";
const DAY = new RegExp(
  `^(?:\\d{1,4}[/.-]\\d{1,2}[/-]\\d{1,4}|\\d{1,2}/\\d{1,4}|(?:\\d{1,4}[-/. ])?(?:${MONTHS})\\.?(?:[-/. ]\\d{1,4}){1,2}|\\d{1,4}[-/ ](?:${MONTHS})\\.?)(?:[T ].*)?$`,
  "i",
);
/** What programs make of a number that is no quantity; null when nothing of the kind is seen. */
export function damageOf(text: string): FaultCode | null {
  if (hasHiddenSigns(text)) return "control_characters";
  // Some programs write the sign behind the number: "900765432-".
  if (/^[-−–—]|^\(.*\)$|^[\d.,]+[-−–—]$/.test(text)) return "negative";
  if (/^\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) return "scientific";
  if (DAY.test(text)) return "looks_like_day";
  // Three zeros behind more than one point are a group: "1.043.000.000" is a cédula.
  if (
    /^\d+[.,]0*$|^\d{1,3}(?:\.\d{3})+\.(?:0{0,2}|0{4,})$|^\d+[.,]\d{1,2}$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:,\d{3})+\.\d+$/.test(
      text,
    )
  )
    return "decimals";
  return null;
}
