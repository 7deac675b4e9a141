"use client";

import { type FormEventHandler, type ReactNode, useActionState } from "react";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { KeepTyped, type TypedWords } from "@/components/offline/keep-typed";
import { OrderFields, type OrderFieldWords } from "../../_answer/order-fields";
import { practiseLookUpAction } from "../actions";

type Props = {
  slug: string;
  words: FormWords & TypedWords & OrderFieldWords & Record<"submit" | "submitting", string>;
};

/** The counter's fields, for the numbers of a practice paper. */
export function PracticeForm(props: Props) {
  return <KeepTyped words={props.words}>{(kept) => <Form {...props} {...kept} />}</KeepTyped>;
}

function Form({
  slug,
  words,
  kept,
  onSubmit,
  note,
}: Props & { kept: FormValues | null; onSubmit: FormEventHandler<HTMLFormElement>; note: ReactNode }) {
  const [state, submit] = useActionState(practiseLookUpAction, idle);
  const view = useFormView({ state, words, known: kept ?? {}, order: ["idNumber", "number"] });
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="slug" value={slug} />
      <OrderFields view={view} words={words} />
      <div className="action-bar">
        {note}
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
