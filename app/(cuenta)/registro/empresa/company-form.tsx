"use client";

import { type ReactNode, useActionState } from "react";
import type { AccountFormWords } from "@/app/_server/form-words";
import { TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useEarlyCheck } from "@/components/form/use-early-check";
import { useFormView } from "@/components/form/use-form-view";
import { CompanyForm as CompanySchema } from "@/domain/account/schema";
import { companyAction } from "../actions";

type Words = AccountFormWords &
  Record<
    | "nit"
    | "nitHint"
    | "checkDigit"
    | "checkDigitHint"
    | "legalName"
    | "legalNameHint"
    | "municipality"
    | "municipalityHint"
    | "address"
    | "phone"
    | "phoneHint",
    string
  >;

const fieldOrder = ["nit", "checkDigit", "legalName", "municipality", "address", "phone"];

/** Which company; its children are the suggestions of the municipality. */
export function CompanyForm({
  words,
  known,
  children,
}: {
  words: Words;
  known: FormValues;
  children: ReactNode;
}) {
  const [state, submit] = useActionState(companyAction, idle);
  const { onSubmit, early } = useEarlyCheck(CompanySchema);
  const view = useFormView({ state, words, known, early, order: fieldOrder });
  const field = (name: string) => ({ name, error: view.error(name), defaultValue: view.text(name) });
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <TextField
        {...field("nit")}
        label={words.nit}
        hint={words.nitHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={60}
        digits
      />
      <TextField
        {...field("checkDigit")}
        label={words.checkDigit}
        hint={words.checkDigitHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        digits
      />
      <TextField
        {...field("legalName")}
        label={words.legalName}
        hint={words.legalNameHint}
        autoComplete="organization"
      />
      <TextField
        {...field("municipality")}
        label={words.municipality}
        hint={words.municipalityHint}
        autoComplete="off"
        list="municipios"
      />
      {children}
      <TextField {...field("address")} label={words.address} autoComplete="street-address" />
      <TextField
        {...field("phone")}
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
      />
      <SubmitButton pendingLabel={words.sending}>{words.continue}</SubmitButton>
    </form>
  );
}
