import type { CajaProfile } from "@/domain/caja/last-known";
import { lookupLimits } from "@/domain/lookup/budget";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import type { Messages } from "@/messages/es-CO";
import type { AnswerWays } from "./answer-props";
import { DigitsForm } from "./digits-form";

type Props = { id: string; answer: LookupAnswer; caja: CajaProfile; messages: Messages };

/** Whether the question came by the code and not by the numbers. */
export function wasScanned({ channel }: LookupAnswer): boolean {
  return channel === "scan" || channel === "picture";
}

/** After a code was read: nothing of the order, only the question for the ID in the person's hand. */
export function DigitsBody({ id, answer, ways, messages: { scan } }: Props & { ways: AnswerWays }) {
  const { digits } = scan;
  const left = Math.max(1, lookupLimits.digitsDay.pauses[0].at - answer.digitsMissed);
  return (
    <>
      <DigitsForm
        // A new answer is a new form: what the last one found wrong is told no more.
        key={answer.digitsMissed}
        lookupId={id}
        action={ways.digits}
        practice={ways.practice}
        wrong={answer.digitsMissed > 0 ? digits.wrong(left) : null}
      />
      <p className="text-hint text-ink-soft">{digits.why}</p>
    </>
  );
}

/** A code on our format that was changed: stops, and accuses nobody. */
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

/** Somebody else's code: its link is never opened. */
export function ForeignBody({ messages: { scan } }: Props) {
  return <p>{scan.foreignPage.text}</p>;
}

/** A code that the caja signed, of an order that the system does not know. */
export function UnknownCodeBody({ caja, messages: { counter, scan } }: Props) {
  return (
    <>
      <p>
        <b>{counter.notFoundCalm}</b> {scan.notFound.text}
      </p>
      <p>{counter.notFoundAdvice}</p>
      <p>
        <b>{counter.phoneAndHours(caja.phone, caja.hours)}</b>
      </p>
    </>
  );
}
