import { lookupCode } from "@/domain/lookup/lookup-code";
import { dayAndTime } from "@/lib/format/date";
import type { AnswerProps } from "./answer-props";

const MINUTE_MS = 60_000;

/** Who asked, where, for which provider and when, with the look-up's code, by which the fund finds it. */
export function LookupLine({ id, answer, messages: { counter }, language, actor, ways }: AnswerProps) {
  const at = dayAndTime(answer.askedAt, answer.readAt, language);
  const isOld = answer.readAt.getTime() - answer.askedAt.getTime() >= MINUTE_MS;
  // An answer of the practice is no look-up and has no code.
  const code = answer.asker && !ways.practice ? lookupCode(id) : null;
  const who = answer.asker && answer.askerUnnamed ? counter.lookedUpUnnamed(answer.asker) : answer.asker;
  const [before, after] =
    who && code
      ? counter.lookedUpBy([who, actor.provider.legalName].join(", "), at, code).split(code)
      : [counter.lookedUp(at)];
  return (
    <p className="text-hint text-ink-soft tabular-nums lining-nums">
      {before}
      {after === undefined ? null : <span className="whitespace-nowrap">{code}</span>}
      {after}
      {isOld ? (
        <span className="block">{counter.answerOf(dayAndTime(answer.readAt, answer.readAt, language))}</span>
      ) : null}
    </p>
  );
}
