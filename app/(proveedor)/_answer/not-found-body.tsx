import { Note } from "@/components/ui/note";
import { Steps } from "@/components/ui/steps";
import type { CajaProfile } from "@/domain/caja/last-known";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import { dayAndTime, recentTime } from "@/lib/format/date";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { TellCustomer } from "./tell-customer";

/** "No la encontramos": accuses nobody, shows what was typed, and says how to reach the caja. */
export function NotFoundBody({
  answer,
  caja,
  counter,
  language,
}: {
  answer: LookupAnswer;
  caja: CajaProfile;
  counter: Messages["counter"];
  language: Language;
}) {
  return (
    <>
      <p>
        <b>{counter.notFoundCalm}</b> {counter.notFoundCheck}
      </p>
      <NextWait answer={answer} counter={counter} language={language} />
      <Steps ordered>
        <li>
          {counter.notFoundNumber} <b className="tabular-nums lining-nums">{answer.numberTyped}</b>
          {answer.withLetters ? (
            <>
              {" "}
              <b>{counter.notFoundLetters(answer.withLetters)}</b>
            </>
          ) : null}
          {answer.numberShape ? <> {counter.numbersAre(answer.kindName, answer.numberShape)}</> : null}
        </li>
        <li>
          {counter.notFoundId}{" "}
          <b className="tabular-nums lining-nums">
            {answer.idTyped === null ? "•••" : grouped(answer.idTyped)}
          </b>
        </li>
        <li>
          {counter.notFoundKind} <b>{answer.kindName}</b>
        </li>
        <li>{counter.notFoundCaja(caja.name)}</li>
      </Steps>
      <p>{counter.notFoundAdvice}</p>
      <p>
        <b>{counter.phoneAndHours(caja.phone, caja.hours)}</b>
      </p>
      <TellCustomer counter={counter}>{counter.adviceNotFound}</TellCustomer>
      {answer.dataUpdatedAt ? (
        <p className="text-hint text-ink-soft">
          {counter.dataUpdated(recentTime(answer.dataUpdatedAt, answer.readAt, language))}
        </p>
      ) : null}
    </>
  );
}

/** Digits in threes from the right, so that they can be read again against the paper. */
function grouped(typed: string): string {
  const digits = typed.replace(/[\s.]/g, "");
  return /^\d+$/.test(digits) ? digits.replace(/\B(?=(\d{3})+$)/g, "\u00a0") : typed;
}

/** Warns before the next miss would start a wait, or says how long the wait is that this one started. */
export function NextWait({
  answer: { aheadSeconds, waitUntil, readAt },
  counter,
  language,
}: {
  answer: Pick<LookupAnswer, "aheadSeconds" | "waitUntil" | "readAt">;
  counter: Messages["counter"];
  language: Language;
}) {
  if (waitUntil && waitUntil > readAt)
    return (
      <Note>
        <p>{counter.waitsNow(dayAndTime(waitUntil, readAt, language))}</p>
      </Note>
    );
  if (aheadSeconds === null || waitUntil) return null;
  return (
    <Note>
      <p>{counter.lastBeforeWait(Math.ceil(aheadSeconds / 60))}</p>
    </Note>
  );
}
