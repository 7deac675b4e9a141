"use client";

import { useLanguage } from "@/components/layout/language";
import { dayAndTime } from "@/lib/format/date";
import type { LastAnswer } from "./last-store";
import { useOfflineWords } from "./offline-words";

/**
 * The counter's last answers, with their age. They are shown as text only, since an old answer must not look
 * like a signal.
 */
export function LastAnswers({ answers }: { answers: readonly LastAnswer[] }) {
  const language = useLanguage();
  const words = useOfflineWords();
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="ultimas">
      <h2 id="ultimas">{words.lastTitle}</h2>
      <p>{words.lastWarning}</p>
      <ol className="m-0">
        {answers.map(({ lookupId, number, heading, at }) => (
          <li key={lookupId} className="border-t border-line py-2" data-last-answer>
            <b className="tabular-nums lining-nums">{number}</b> · {heading}
            <br />
            <span className="text-hint text-ink-soft tabular-nums lining-nums">
              {words.lastAt.replace("{cuando}", dayAndTime(new Date(at), new Date(), language))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
