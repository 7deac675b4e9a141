"use client";

import type { ReactNode } from "react";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { companyAction } from "../actions";

type Words = Record<
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
  | "phoneHint"
  | "continue"
  | "sending",
  string
>;

const schema = () => import("@/domain/account/schema").then(({ CompanyForm }) => CompanyForm);
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
  return (
    <Form action={companyAction} schema={schema} known={known} order={fieldOrder}>
      {({ field }) => (
        <>
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
        </>
      )}
    </Form>
  );
}
