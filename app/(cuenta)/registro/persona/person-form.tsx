"use client";

import { useActionState } from "react";
import type { AccountFormWords } from "@/app/_server/form-words";
import { SelectField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import { IdNumberField, type KeypadWords } from "@/components/form/id-number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useEarlyCheck } from "@/components/form/use-early-check";
import { useFormView } from "@/components/form/use-form-view";
import { PersonForm as PersonSchema } from "@/domain/account/schema";
import { personAction } from "../actions";

type Words = AccountFormWords &
  KeypadWords &
  Record<"name" | "idKind" | "idKindEmpty" | "idNumber" | "email" | "emailHint" | "mobile", string>;

/** Who registers: the company's first person. */
export function PersonForm({
  words,
  idKinds,
  known,
}: {
  words: Words;
  idKinds: { value: string; label: string }[];
  known: FormValues;
}) {
  const [state, submit] = useActionState(personAction, idle);
  const { onSubmit, early } = useEarlyCheck(PersonSchema);
  const view = useFormView({ state, words, known, early });
  const field = (name: string) => ({ name, error: view.error(name), defaultValue: view.text(name) });
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <TextField {...field("name")} label={words.name} autoComplete="name" />
      <SelectField
        {...field("idKind")}
        label={words.idKind}
        options={idKinds}
        emptyLabel={words.idKindEmpty}
        autoComplete="off"
      />
      <IdNumberField
        {...field("idNumber")}
        label={words.idNumber}
        autoComplete="off"
        maxLength={60}
        words={words}
      />
      <TextField
        {...field("email")}
        label={words.email}
        hint={words.emailHint}
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <TextField
        {...field("mobile")}
        label={words.mobile}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
      />
      <SubmitButton pendingLabel={words.sending}>{words.continue}</SubmitButton>
    </form>
  );
}
