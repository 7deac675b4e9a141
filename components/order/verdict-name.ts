import type { Messages } from "@/messages/es-CO";
import type { Verdict } from "@/model/verdict";

/** Name of a verdict in a list of facts: the heading that the counter saw. */
export function verdictName(verdict: Verdict, { counter, compare, scan }: Messages): string {
  switch (verdict) {
    case "authentic":
    case "mismatch":
    case "unread":
    case "registered":
      return compare.verdicts[verdict].heading;
    case "asked_before":
      return compare.verdicts.authentic.heading;
    case "picture":
      return scan.picture.title;
    default:
      return counter.verdicts[verdict].heading;
  }
}
