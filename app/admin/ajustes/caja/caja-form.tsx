"use client";

import { useActionState } from "react";
import { TextAreaField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { saveCajaAction } from "./actions";

type Kind = { inputMode?: "numeric" | "tel" | "email"; type?: "tel" | "email"; maxLength: number };
const fields = {
  name: { maxLength: 80 },
  legalName: { maxLength: 200 },
  nit: { maxLength: 40 },
  phone: { inputMode: "tel", type: "tel", maxLength: 40 },
  otherPhone: { inputMode: "tel", type: "tel", maxLength: 40 },
  hours: { maxLength: 120 },
  email: { inputMode: "email", type: "email", maxLength: 254 },
  address: { maxLength: 200 },
  city: { maxLength: 80 },
  importMaxAgeHours: { inputMode: "numeric", maxLength: 4 },
} as const satisfies Record<string, Kind>;
type Field = keyof typeof fields;
const names: Field[] = [
  "name",
  "legalName",
  "nit",
  "phone",
  "otherPhone",
  "hours",
  "email",
  "address",
  "city",
  "importMaxAgeHours",
];

/** Who the caja is. `known.version` says which state of it this form shows. */
export function CajaForm({
  known,
  words,
}: {
  known: FormValues;
  words: FormWords &
    Record<
      Field | "nameHint" | "hoursHint" | "importMaxAgeHint" | "policy" | "policyHint" | "save" | "saving",
      string
    >;
}) {
  const [state, submit] = useActionState(saveCajaAction, idle);
  const view = useFormView({ state, words, known, order: [...names, "policy"] });
  const hints: Partial<Record<Field, string>> = {
    name: words.nameHint,
    hours: words.hoursHint,
    importMaxAgeHours: words.importMaxAgeHint,
  };
  return (
    <form className="max-w-2xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="version" value={view.text("version") ?? ""} />
      {names.map((name) => (
        <TextField
          key={name}
          name={name}
          label={words[name]}
          hint={hints[name]}
          error={view.error(name)}
          defaultValue={view.text(name)}
          autoComplete="off"
          {...fields[name]}
        />
      ))}
      <TextAreaField
        name="policy"
        label={words.policy}
        hint={words.policyHint}
        error={view.error("policy")}
        defaultValue={view.text("policy")}
        rows={16}
      />
      <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
    </form>
  );
}
