import { lookupCode } from "@/domain/lookup/lookup-code";
import { dayAndTime } from "@/lib/format/date";
import type { AnswerProps } from "./answer-props";

const MINUTE_MS = 60_000;

/** Who asked, where, for which provider and when, with the look-up's code, by which the fund finds it. */
export function LookupLine({ id, answer, messages: { counter }, language, actor, ways }: AnswerProps) {
  const at = dayAndTime(answer.askedAt, answer.readAt, language);
  const isOld = answer.readAt.getTime() - answer.askedAt.getTime() >= MINUTE_MS;
  return (
    <p className="text-hint text-ink-soft tabular-nums lining-nums">
      {answer.asker && !ways.practice
        ? counter.lookedUpBy([answer.asker, actor.provider.legalName].join(", "), at, lookupCode(id))
        : counter.lookedUp(at)}
      {isOld ? ` ${counter.answerOf(dayAndTime(answer.readAt, answer.readAt, language))}` : null}
    </p>
  );
}
