"use client";

import type { ReactNode } from "react";
import { useAccountWords } from "@/app/(cuenta)/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { companyAction } from "../actions";

const LIST = "municipios";

/**
 * Checks the municipality against the suggestions on the page, so that an unknown one is reported together with
 * the other errors.
 */
async function schema() {
  const [{ companyForm }, { onlyMatch }] = await Promise.all([
    import("@/domain/account/schema"),
    import("@/domain/place/only-match"),
  ]);
  const names = [...document.querySelectorAll<HTMLOptionElement>(`#${LIST} option`)].map(
    ({ value }) => value,
  );
  return companyForm((typed) =>
    onlyMatch(typed, names, (name) => [name, name.slice(0, Math.max(0, name.lastIndexOf(","))) || name]),
  );
}
const fieldOrder = ["nit", "checkDigit", "legalName", "municipality", "address", "phone"];

/** Asks for the company's data. The children are the datalist of municipalities. */
export function CompanyForm({ known, children }: { known: FormValues; children: ReactNode }) {
  const { company: words, ...common } = useAccountWords();
  return (
    <Form action={companyAction} schema={schema} known={known} order={fieldOrder}>
      {({ field }) => (
        <>
          {/* A column for one digit has no room for a sentence, so an error puts the two below each other. */}
          <div className="grid grid-cols-[minmax(0,1fr)_6rem] items-end gap-x-3 has-[[aria-invalid=true]]:grid-cols-1 @max-[18rem]:grid-cols-1">
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
          </div>
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
            list={LIST}
          />
          {children}
          <TextField {...field("address")} label={words.address} autoComplete="street-address" />
          <TextField
            {...field("phone")}
            label={words.phone}
            hint={words.phoneHint}
            type="tel"
            autoComplete="tel-national"
          />
          <SubmitButton>{common.continue}</SubmitButton>
        </>
      )}
    </Form>
  );
}
