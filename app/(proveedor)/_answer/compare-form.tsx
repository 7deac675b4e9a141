"use client";

import { type FormEventHandler, type ReactNode, useActionState } from "react";
import { RadioGroup, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { KeepTyped, type TypedWords } from "@/components/offline/keep-typed";
import { comparedRows } from "@/model/comparison";
import type { AnswerWays } from "./answer-props";

type Words = FormWords & TypedWords & Record<"submit" | "submitting" | "hint", string>;

/** From KeepTyped: what was typed before a line that died. */
type Kept = { kept: FormValues | null; onSubmit: FormEventHandler<HTMLFormElement>; note: ReactNode };

/** The whole order, then three questions that have no answer chosen. */
export function RowsForm(props: RowsFormProps) {
  return <KeepTyped words={props.words}>{(kept) => <Rows {...props} {...kept} />}</KeepTyped>;
}

type RowsFormProps = {
  lookupId: string;
  action: AnswerWays["compareRows"];
  sheet: ReactNode;
  words: Words & Record<"title" | "value" | "holder" | "paper" | "equal" | "different", string>;
  children: ReactNode;
};

function Rows({ lookupId, action, sheet, words, children, kept, onSubmit, note }: RowsFormProps & Kept) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words, known: kept ?? {}, order: comparedRows });
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      {sheet}
      <input type="hidden" name="lookupId" value={lookupId} />
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <div className="comparison">
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
      <div className="action-bar">
        {note}
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}

/** The question for the paper's value; the order's own is not on this page. */
export function ValueForm(props: ValueFormProps) {
  return <KeepTyped words={props.words}>{(kept) => <Value {...props} {...kept} />}</KeepTyped>;
}

type ValueFormProps = {
  lookupId: string;
  action: AnswerWays["compareValue"];
  words: Words & Record<"label" | "oneTry", string>;
  children: ReactNode;
};

function Value({ lookupId, action, words, children, kept, onSubmit, note }: ValueFormProps & Kept) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words, known: kept ?? {}, order: ["paperValue"] });
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <div className="mb-4 rounded-button border-2 border-ink bg-sheet px-4 pt-[0.8rem]">
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
      <div className="action-bar">
        {note}
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
