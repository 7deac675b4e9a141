"use client";

import { type ReactNode, useActionState } from "react";
import { RadioGroup, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { SubmitButton } from "@/components/form/submit-button";
import { comparedRows } from "@/domain/order/comparison";
import { idle } from "@/lib/http/form-state";
import { type FormWords, formView } from "@/lib/http/form-view";
import { compareRowsAction, compareValueAction } from "./actions";

type Words = FormWords & Record<"submit" | "submitting" | "hint", string>;

/** The whole order, then three questions that have no answer chosen. */
export function RowsForm({
  lookupId,
  sheet,
  words,
  children,
}: {
  lookupId: string;
  sheet: ReactNode;
  words: Words & Record<"title" | "value" | "holder" | "paper" | "equal" | "different", string>;
  children: ReactNode;
}) {
  const [state, submit] = useActionState(compareRowsAction, idle);
  const view = formView(state, words, {}, {}, comparedRows);
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      {sheet}
      <input type="hidden" name="lookupId" value={lookupId} />
      <h2>{words.title}</h2>
      <p className="pista">{words.hint}</p>
      <div className="cotejo">
        {comparedRows.map((row) => (
          <RadioGroup
            key={row}
            name={row}
            legend={words[row]}
            error={view.error(row)}
            defaultValue={view.text(row)}
            options={[
              { value: "equal", label: words.equal },
              { value: "different", label: words.different },
            ]}
          />
        ))}
      </div>
      {children}
      <div className="pie">
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}

/** The question for the paper's value; the order's own is not on this page. */
export function ValueForm({
  lookupId,
  words,
  children,
}: {
  lookupId: string;
  words: Words & Record<"label" | "oneTry", string>;
  children: ReactNode;
}) {
  const [state, submit] = useActionState(compareValueAction, idle);
  const view = formView(state, words, {}, {}, ["paperValue"]);
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <div className="pregunta">
        <TextField
          name="paperValue"
          label={words.label}
          hint={words.oneTry ? `${words.hint}. ${words.oneTry}` : words.hint}
          error={view.error("paperValue")}
          defaultValue={view.text("paperValue")}
          inputMode="decimal"
          autoComplete="off"
          digits
        />
      </div>
      {children}
      <div className="pie">
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
