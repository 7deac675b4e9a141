"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { SelectField, TextField } from "@/components/form/field";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { idle } from "@/lib/http/form-state";
import { lookUpAction } from "./actions";

type Words = {
  idLabel: string;
  idHint: string;
  kindLabel: string;
  numberLabel: string;
  numberHint: string;
  submit: string;
  submitting: string;
  errorSummary: string;
  errors: Readonly<Record<string, string>>;
  refusals: Readonly<Record<string, string>>;
};

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** The seed's form: who, which kind, which number. Posts without JavaScript too. */
export function LookUpForm({
  words,
  kinds,
  typed,
  children,
}: {
  words: Words;
  kinds: { value: string; label: string }[];
  typed: { idNumber?: string; kindCode?: string; number?: string };
  children: React.ReactNode;
}) {
  const [state, submit] = useActionState(lookUpAction, idle);
  const values = "values" in state ? state.values : typed;
  const fields = state.status === "invalid" ? state.fields : {};
  const errorOf = (name: string) => {
    const key = fields[name];
    return key ? (words.errors[key] ?? key) : undefined;
  };
  const errors = Object.keys(fields).map((name) => ({ name, text: errorOf(name) ?? "" }));
  return (
    <form action={submit} noValidate>
      {errors.length > 0 ? <ErrorSummary title={words.errorSummary} errors={errors} /> : null}
      {state.status === "refused" ? <FormMessage>{words.refusals[state.code]}</FormMessage> : null}
      <TextField
        name="idNumber"
        label={words.idLabel}
        hint={words.idHint}
        error={errorOf("idNumber")}
        defaultValue={text(values.idNumber)}
        inputMode="numeric"
        autoComplete="off"
        digits
      />
      <SelectField
        key={text(values.kindCode) ?? "kind"}
        name="kindCode"
        label={words.kindLabel}
        error={errorOf("kindCode")}
        defaultValue={text(values.kindCode) ?? kinds[0]?.value}
        options={kinds}
      />
      <TextField
        name="number"
        label={words.numberLabel}
        hint={words.numberHint}
        error={errorOf("number")}
        defaultValue={text(values.number)}
        inputMode="numeric"
        autoComplete="off"
        digits
      />
      {children}
      <div className="pie">
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
