import { Note } from "@/components/ui/note";
import type { CajaProfile } from "@/domain/caja/last-known";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import type { AnswerWays } from "./answer-props";
import { DigitsForm } from "./digits-form";
import { NextWait } from "./not-found-body";

type Props = {
  id: string;
  answer: LookupAnswer;
  caja: CajaProfile;
  messages: Messages;
  language: Language;
};

/** Whether the look-up came from a scanned code instead of typed numbers. */
export function wasScanned({ channel }: LookupAnswer): boolean {
  return channel === "scan" || channel === "picture";
}

/**
 * After a scan: shows nothing of the order and asks for the end of the person's ID number. The last attempt before a
 * wait is announced: with the error of the one before, or by itself when a colleague or another look-up made that one.
 */
export function DigitsBody({ id, answer, ways, messages: { scan } }: Props & { ways: AnswerWays }) {
  const { digits } = scan;
  const { aheadSeconds, digitsMissed } = answer;
  const last = aheadSeconds === null ? "" : digits.last(Math.ceil(aheadSeconds / 60));
  return (
    <>
      {last && digitsMissed === 0 ? (
        <Note>
          <p>{last}</p>
        </Note>
      ) : null}
      <DigitsForm
        // The key makes a new form for each answer, so that an earlier error is not repeated.
        key={digitsMissed}
        lookupId={id}
        action={ways.digits}
        practice={ways.practice}
        wrong={digitsMissed > 0 ? `${digits.wrong} ${last}`.trim() : null}
      />
      <p className="text-hint text-ink-soft">{digits.why}</p>
    </>
  );
}

/** A code of our format with an invalid signature: stop, without accusing anybody. */
export function ForgedBody({ caja, messages: { counter, scan } }: Props) {
  return (
    <>
      <p>
        <b>{scan.forged.text(caja.phone)}</b>
      </p>
      <p>{scan.forged.keep}</p>
      <p>{counter.phoneAndHours(caja.phone, caja.hours)}</p>
    </>
  );
}

/** A code that is not of an order; it may be of a receipt of the caja. Its link is never opened. */
export function ForeignBody({ messages: { scan } }: Props) {
  return <p>{scan.foreignPage.text}</p>;
}

/** A code with a valid signature whose order is not in the system. */
export function UnknownCodeBody({ answer, caja, messages: { counter, scan }, language }: Props) {
  return (
    <>
      <p>
        <b>{counter.notFoundCalm}</b> {scan.notFound.text}
      </p>
      <NextWait answer={answer} counter={counter} language={language} />
      <p>{counter.notFoundAdvice}</p>
      <p>
        <b>{counter.phoneAndHours(caja.phone, caja.hours)}</b>
      </p>
    </>
  );
}
