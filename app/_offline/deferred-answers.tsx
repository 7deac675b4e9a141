"use client";

import { useId } from "react";
import { useLanguage } from "@/components/layout/language";
import { buttonClass } from "@/components/ui/button";
import { DiamondFigure, InfoFigure, StopFigure } from "@/components/ui/figures";
import { contradictsOfflineVerdict } from "@/domain/lookup/offline";
import { signalOf } from "@/domain/lookup/verdict";
import { type DateLanguage, dayAndTime } from "@/lib/format/date";
import { counted, type DeferredWords, useDeferredWords } from "./deferred-words";
import type { DeferredEntry } from "./queue";
import { sortDeferred } from "./sort-deferred";

type Props = {
  answers: readonly DeferredEntry[];
  /** Whether the answers' pages can be opened now. */
  linked: boolean;
  onUnderstood: (ids: readonly string[]) => void;
};

const frame = "mb-4 rounded-button border-2 px-4 py-[0.8rem]";
const heading = "mt-0 mb-1 text-xl";

/**
 * Answers to codes that were scanned offline. Those that need attention come first, each with what to do, until
 * the person acknowledges them.
 */
export function DeferredAnswers({ answers, linked, onUnderstood }: Props) {
  const language = useLanguage();
  const words = useDeferredWords();
  const [attention, rest] = [useId(), useId()];
  const { taken, settled } = sortDeferred(answers);
  // Acknowledging removes the button, so the focus moves to what is left.
  function understood(ids: readonly string[], next: string) {
    document.getElementById(next)?.focus();
    onUnderstood(ids);
  }
  return (
    <>
      {taken.length > 0 ? (
        <section className={`${frame} border-l-8 border-warn-text bg-warn-soft`} aria-labelledby={attention}>
          <h2 id={attention} className={heading} tabIndex={-1}>
            {counted(words.attentionOne, words.attentionMany, taken.length)}
          </h2>
          <p>{words.attentionWhy}</p>
          <ol className="m-0">
            {taken.map((each) => (
              <Entry key={each.id} late={each} linked={linked}>
                <button
                  type="button"
                  className={buttonClass("outline")}
                  onClick={() => understood([each.id], taken.length > 1 ? attention : "contenido")}
                >
                  {words.understood} <span className="sr-only">{readAt(each, words, language)}</span>
                </button>
              </Entry>
            ))}
          </ol>
        </section>
      ) : null}
      {settled.length > 0 ? (
        <section className={`${frame} border-ink bg-sheet`} aria-labelledby={rest}>
          <h2 id={rest} className={heading}>
            {counted(words.settledOne, words.settledMany, settled.length)}
          </h2>
          <ol className="m-0">
            {settled.map((each) => (
              <Entry key={each.id} late={each} linked={linked} />
            ))}
          </ol>
          <button
            type="button"
            className={buttonClass("text")}
            onClick={() =>
              understood(
                settled.map(({ id }) => id),
                "contenido",
              )
            }
          >
            {words.understoodAll}
          </button>
        </section>
      ) : null}
    </>
  );
}

function Entry({
  late,
  linked,
  children,
}: Pick<Props, "linked"> & { late: DeferredEntry; children?: React.ReactNode }) {
  const language = useLanguage();
  const words = useDeferredWords();
  const { id, said, answer, channel } = late;
  const { heading, todo } = words.answers[answer];
  // An answer that confirms the phone's verdict and is current needs only the comparison.
  const settled = answer === "current" && !contradictsOfflineVerdict(said, answer);
  return (
    <li
      className="grid grid-cols-[48px_1fr] gap-3 border-t border-line py-3 [&_p]:mb-[0.35rem] [&>svg]:size-12"
      data-late={answer}
    >
      <Figure answer={answer} />
      <div>
        <h3 className={heading}>{settled ? words.stillCurrent : heading}</h3>
        <p>
          {todo} {channel === "picture" && answer === "current" ? words.wasPicture : null}
        </p>
        <p className="text-hint text-ink-soft tabular-nums lining-nums">{readAt(late, words, language)}</p>
        <p className="mt-1 !mb-0 flex flex-wrap items-center gap-x-4 gap-y-2">
          {linked && answer !== "waiting" ? (
            <a className="inline-flex min-h-11 items-center font-bold" href={`/consultar/r/${id}`}>
              {words.seeAnswer} <span className="sr-only">{readAt(late, words, language)}</span>
            </a>
          ) : null}
          {children}
        </p>
      </div>
    </li>
  );
}

function Figure({ answer }: Pick<DeferredEntry, "answer">) {
  const signal = signalOf(answer);
  return signal === "stop" ? <StopFigure /> : signal === "warn" ? <DiamondFigure /> : <InfoFigure />;
}

/** The time of the scan, which is all that distinguishes entries, since no personal data is stored. */
function readAt(late: DeferredEntry, words: DeferredWords, language: DateLanguage): string {
  return words.readAt.replace("{cuando}", dayAndTime(new Date(late.readAt), new Date(), language));
}
