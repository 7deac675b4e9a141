import type { CajaProfile } from "@/domain/caja/last-known";
import { lookupLimits } from "@/domain/lookup/budget";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import type { Messages } from "@/messages/es-CO";
import type { AnswerWays } from "./answer-props";
import { DigitsForm } from "./digits-form";

type Props = { id: string; answer: LookupAnswer; caja: CajaProfile; messages: Messages };

/** Whether the look-up came from a scanned code instead of typed numbers. */
export function wasScanned({ channel }: LookupAnswer): boolean {
  return channel === "scan" || channel === "picture";
}

/** After a scan: shows nothing of the order and asks for the end of the person's ID number. */
export function DigitsBody({ id, answer, ways, messages: { scan } }: Props & { ways: AnswerWays }) {
  const { digits } = scan;
  const left = Math.max(1, lookupLimits.digitsDay.pauses[0].at - answer.digitsMissed);
  return (
    <>
      <DigitsForm
        // The key makes a new form for each answer, so that an earlier error is not repeated.
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

/** A code that is not ours. Its link is never opened. */
export function ForeignBody({ messages: { scan } }: Props) {
  return <p>{scan.foreignPage.text}</p>;
}

/** A code with a valid signature whose order is not in the system. */
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
