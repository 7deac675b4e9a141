"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { SelectField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { IdNumberField } from "@/components/form/id-number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { personAction } from "../actions";

const schema = () => import("@/domain/account/schema").then(({ PersonForm }) => PersonForm);
const fieldOrder = ["name", "idKind", "idNumber", "email", "mobile"];

/** Asks for the data of the person who registers the company. */
export function PersonForm({
  idKinds,
  known,
}: {
  idKinds: { value: string; label: string }[];
  known: FormValues;
}) {
  const { person: words, ...common } = useAccountWords();
  return (
    <Form action={personAction} schema={schema} known={known} order={fieldOrder}>
      {({ field }) => (
        <>
          <TextField {...field("name")} label={words.name} autoComplete="name" />
          <SelectField
            {...field("idKind")}
            label={words.idKind}
            options={idKinds}
            emptyLabel={words.idKindEmpty}
            autoComplete="off"
          />
          <IdNumberField {...field("idNumber")} label={words.idNumber} autoComplete="off" maxLength={60} />
          <TextField
            {...field("email")}
            label={words.email}
            hint={words.emailHint}
            type="email"
            autoComplete="email"
          />
          <TextField {...field("mobile")} label={words.mobile} type="tel" autoComplete="tel-national" />
          <SubmitButton>{common.continue}</SubmitButton>
        </>
      )}
    </Form>
  );
}
