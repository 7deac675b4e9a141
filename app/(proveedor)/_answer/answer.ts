import { notFound } from "next/navigation";
import { cache } from "react";
import { requireGrant, sessionPage } from "@/app/_server/auth/session";
import { answerOf, type LookupAnswer, readLookup } from "@/domain/lookup/read-lookup";
import { dayAndTime, longDate, timeOfDay } from "@/lib/format/date";
import { isUuid } from "@/lib/http/uuid";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { bogotaDay } from "@/model/calendar";
import type { Verdict } from "@/model/verdict";

/** The current answer to a look-up of this provider. Cached per request. */
export const answerTo = cache(async (id: string): Promise<LookupAnswer> => {
  const grant = await requireGrant("order.look_up");
  const { lookup } = await sessionPage();
  const answer =
    lookup?.id === id ? await answerOf(grant, lookup) : isUuid(id) && (await readLookup(grant, id));
  return answer || notFound();
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
        const { changes } = answer.counter;
        if (changes && changes.length > 0) {
          return {
            heading: compare.changed,
            line: compare.changedLine(changes.map((part) => compare.parts[part])),
          };
        }
        const when = answer.counter.comparison?.at ?? answer.askedAt;
        return {
          heading:
            bogotaDay(when) === bogotaDay(answer.readAt)
              ? compare.askedAt(timeOfDay(when, language))
              : compare.lookedUpOn(dayAndTime(when, answer.readAt, language)),
          line: compare.verdicts.asked_before.line,
        };
      }
      case "authentic":
        return isPartlyUsed(answer) ? compare.verdicts.partly : compare.verdicts.authentic;
      case "picture":
        return { heading: scan.picture.title, line: compare.verdicts.picture.line };
      case "registered": {
        const { ownUse } = answer.counter;
        const when = ownUse && dayAndTime(ownUse.at, answer.readAt, language);
        const { heading, line } = compare.verdicts.registered;
        return { heading, line: when ? compare.registeredLine(when, ownUse.counter) : line };
      }
      case "mismatch":
      case "unread":
        return compare.verdicts[verdict];
      case "expired":
      case "not_yet": {
        const day = verdict === "expired" ? answer.endsOn : answer.startsOn;
        const { heading, line } = counter.verdicts[verdict];
        return { heading, line: day ? counter.dayLines[verdict](longDate(day, language)) : line };
      }
      case "paused": {
        const { heading, line } = counter.verdicts.paused;
        const since = answer.counter.pausedSince;
        return { heading, line: since ? counter.pausedLine(longDate(since, language)) : line };
      }
      case "waiting":
        return { heading: waitHeading(answer, counter), line: counter.verdicts.waiting.line };
      default:
        return counter.verdicts[verdict];
    }
  }
}

/** Minutes to wait, when they are few enough to wait at the counter; otherwise the body says until when. */
function waitHeading({ waitUntil, readAt }: LookupAnswer, counter: Messages["counter"]): string {
  if (!waitUntil) return counter.verdicts.waiting.heading;
  const minutes = Math.ceil((waitUntil.getTime() - readAt.getTime()) / 60_000);
  if (minutes <= 0) return counter.waitingOver;
  return minutes <= 60 ? counter.waitMinutes(minutes) : counter.verdicts.waiting.heading;
}

function isPartlyUsed({ sheet }: LookupAnswer): boolean {
  return sheet !== null && sheet.balance !== sheet.value;
}
