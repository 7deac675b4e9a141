import type { ReactNode } from "react";
import { telephoneLink } from "@/lib/format/telephone";
import type { AnswerProps } from "./answer-props";
import { RowsForm, ValueForm } from "./compare-form";
import { AnswerSheet } from "./compared-bodies";

/** A found order that is still to be compared: whole with three questions, or without its value until it is typed. */
export function CompareBody(props: AnswerProps & { question: ReactNode }) {
  const { id, answer, caja, messages, question, ways } = props;
  const { compare, counter, report } = messages;
  const more = (
    <>
      <p>
        <a href={ways.unreadable}>{compare.cannotRead}</a>
      </p>
      <p>
        <b>{counter.compareCall(caja.phone, caja.hours)}</b>
      </p>
      <p>
        <a href={ways.ask}>{counter.askAnother}</a>
        {caja.phone ? (
          <>
            {" · "}
            <a href={telephoneLink(caja.phone)}>{counter.call(caja.name)}</a>
          </>
        ) : null}
        {ways.practice ? null : (
          <>
            {" · "}
            <a href={`/consultar/r/${id}/reportar`}>{report.links.any}</a>
          </>
        )}
      </p>
      {question}
    </>
  );
  if (answer.counter.compareMode === "type") {
    return (
      <ValueForm lookupId={id} action={ways.compareValue} lastTry={answer.counter.misses > 0}>
        <AnswerSheet {...props} />
        {more}
      </ValueForm>
    );
  }
  return (
    <RowsForm
      lookupId={id}
      action={ways.compareRows}
      sheet={<AnswerSheet {...props} />}
      onlyId={answer.sheet?.affiliateName === null}
    >
      {more}
    </RowsForm>
  );
}
