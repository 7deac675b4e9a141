import type { ReactNode } from "react";
import { telephoneLink } from "@/lib/format/telephone";
import type { AnswerProps } from "./answer-props";
import { RowsForm, ValueForm } from "./compare-form";
import { AnswerSheet } from "./compared-bodies";

/** A found order that is still to be compared: whole with three questions, or without its value until it is typed. */
export function CompareBody(props: AnswerProps & { asked: ReactNode }) {
  const { id, answer, caja, messages, asked, ways } = props;
  const { account, common, compare, counter, offline, report } = messages;
  const form = {
    errorSummary: counter.errorSummary,
    wait: account.form.wait,
    refusals: common.refusals,
    errors: compare.errors,
    submit: compare.submit,
    submitting: compare.submitting,
    typedStays: offline.typedStays,
  };
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
            <a href={telephoneLink(caja.phone)}>{counter.callCaja}</a>
          </>
        ) : null}
        {ways.practice ? null : (
          <>
            {" · "}
            <a href={`/consultar/r/${id}/reportar`}>{report.links.any}</a>
          </>
        )}
      </p>
      {asked}
    </>
  );
  if (answer.counter.compareMode === "type") {
    return (
      <ValueForm
        lookupId={id}
        action={ways.compareValue}
        words={{
          ...form,
          label: compare.valueLabel,
          hint: compare.valueHint,
          oneTry: answer.counter.misses > 0 ? compare.oneTry : "",
        }}
      >
        <AnswerSheet {...props} />
        {more}
      </ValueForm>
    );
  }
  const { rows } = compare;
  return (
    <RowsForm
      lookupId={id}
      action={ways.compareRows}
      sheet={<AnswerSheet {...props} />}
      words={{
        ...form,
        title: compare.rowsTitle,
        hint: compare.rowsHint,
        value: rows.value,
        holder: answer.sheet?.affiliateName === null ? rows.holderId : rows.holder,
        paper: rows.paper,
        equal: compare.equal,
        different: compare.different,
      }}
    >
      {more}
    </RowsForm>
  );
}
