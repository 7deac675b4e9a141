import { notFound } from "next/navigation";
import { cache } from "react";
import { type LookupAnswer, readLookup } from "@/domain/order/read-lookup";
import type { Verdict } from "@/domain/order/verdict";
import { requireGrant } from "@/lib/auth/session";
import { timeOfDay } from "@/lib/format/date";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";

/** The answer to a look-up of the provider's own as it is now; read once a request. */
export const answerTo = cache(async (id: string): Promise<LookupAnswer> => {
  const grant = await requireGrant("order.look_up");
  const answer = /^[0-9a-f-]{36}$/.test(id) ? await readLookup(grant, id) : null;
  return answer ?? notFound();
});

/** Heading and line of a verdict, and the page's title. */
export function verdictWords(
  answer: LookupAnswer,
  verdict: Verdict,
  { counter, compare, scan }: Messages,
  language: Language,
): { heading: string; line: string; title: string } {
  const { heading, line } = headAndLine();
  const number = answer.number ?? answer.numberTyped;
  if (verdict === "current") return { heading, line, title: compare.titleToCompare(number) };
  return { heading, line, title: number ? counter.pageTitle(heading, number) : heading };

  function headAndLine() {
    switch (verdict) {
      case "asked_before": {
        const when = answer.counter.comparison?.at ?? answer.askedAt;
        return {
          heading: compare.askedAt(timeOfDay(when, language)),
          line: compare.verdicts.asked_before.line,
        };
      }
      case "authentic":
        return isPartlyUsed(answer) ? compare.verdicts.partly : compare.verdicts.authentic;
      case "picture":
        return { heading: scan.picture.title, line: compare.verdicts.picture.line };
      case "mismatch":
      case "unread":
      case "registered":
        return compare.verdicts[verdict];
      default:
        return counter.verdicts[verdict];
    }
  }
}

function isPartlyUsed({ sheet }: LookupAnswer): boolean {
  return sheet !== null && sheet.balance !== sheet.value;
}
