"use client";

import type { ReactNode } from "react";
import { labelsOf, StoredOtherwise } from "@/app/admin/stored-otherwise";
import { useAdminWords } from "@/app/admin/words-context";
import { SelectField, TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { IdNumberField } from "@/components/form/id-number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { correctAction } from "./actions";

/** The municipality is checked where all of them are known. */
const schema = () =>
  import("@/domain/provider/correction").then(({ correctionForm }) => correctionForm((typed) => typed));
const company = ["legalName", "municipality", "address", "phone"];
const fieldOrder = [...company, "personName", "idKind", "idNumber", "mobile", "reason"];

/** Corrects a provider's data and those of who answers for it. The children are the datalist of municipalities. */
export function CorrectForm({
  hidden,
  known,
  idKinds,
  children,
}: {
  /** The provider, who answers for it, and what the page shows. */
  hidden: Readonly<Record<"provider" | "person" | "seen", string>>;
  known: FormValues;
  idKinds: { value: string; label: string }[];
  children: ReactNode;
}) {
  const { company: words, person, correct: t, standing } = useAdminWords("providers");
  return (
    <Form
      action={correctAction}
      schema={schema}
      hidden={hidden}
      known={known}
      order={fieldOrder}
      className="max-w-2xl"
    >
      {({ field, view }) => (
        <>
          <StoredOtherwise
            view={view}
            known={known}
            labels={{
              ...{ legalName: words.legalName, municipality: words.municipality },
              ...{ address: words.address, phone: words.phone, personName: person.name },
              ...{ idKind: person.idKind, idNumber: person.idNumber, mobile: person.mobile },
            }}
            options={{ idKind: labelsOf(idKinds) }}
          />
          <TextField {...field("legalName")} label={words.legalName} autoComplete="off" />
          <TextField
            {...field("municipality")}
            label={words.municipality}
            hint={words.municipalityHint}
            autoComplete="off"
            list="municipios"
          />
          {children}
          <TextField {...field("address")} label={words.address} autoComplete="off" />
          <TextField {...field("phone")} label={words.phone} type="tel" autoComplete="off" />
          {hidden.person ? (
            <fieldset>
              <legend className="mb-1 text-xl font-bold">{t.person}</legend>
              <p>{t.text}</p>
              <TextField {...field("personName")} label={person.name} autoComplete="off" />
              <SelectField
                {...field("idKind")}
                label={person.idKind}
                options={idKinds}
                emptyLabel={person.idKindEmpty}
                autoComplete="off"
              />
              <IdNumberField
                {...field("idNumber")}
                label={person.idNumber}
                autoComplete="off"
                maxLength={60}
              />
              <TextField {...field("mobile")} label={person.mobile} type="tel" autoComplete="off" />
            </fieldset>
          ) : null}
          <TextAreaField {...field("reason")} label={standing.reason} hint={t.hint} maxLength={600} />
          <SubmitButton>{t.correct}</SubmitButton>
        </>
      )}
    </Form>
  );
}
