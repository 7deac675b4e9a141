"use client";

import { StoredOtherwise } from "@/app/admin/stored-otherwise";
import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { saveCajaAction } from "./actions";

const schema = () => import("@/domain/caja/schema").then(({ CajaInput }) => CajaInput);

type Kind = { inputMode?: "numeric" | "tel" | "email"; type?: "tel" | "email"; maxLength: number };
const fields = {
  name: { maxLength: 80 },
  shortName: { maxLength: 16 },
  portalName: { maxLength: 60 },
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
  "shortName",
  "portalName",
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

/** Form of the caja's data. `known.version` is the version that this form shows. */
export function CajaForm({ known }: { known: FormValues }) {
  const { caja: words } = useAdminWords("settings");
  const hints: Partial<Record<Field, string>> = {
    name: words.nameHint,
    shortName: words.shortNameHint,
    portalName: words.portalNameHint,
    hours: words.hoursHint,
    importMaxAgeHours: words.importMaxAgeHint,
  };
  return (
    <Form
      className="max-w-2xl"
      action={saveCajaAction}
      schema={schema}
      known={known}
      order={[...names, "policy"]}
    >
      {({ view, field }) => (
        <>
          <input type="hidden" name="version" value={view.text("version") ?? ""} />
          <StoredOtherwise
            view={view}
            known={known}
            labels={{ ...Object.fromEntries(names.map((name) => [name, words[name]])), policy: words.policy }}
          />
          {names.map((name) => (
            <TextField
              key={name}
              {...field(name)}
              label={words[name]}
              hint={hints[name]}
              autoComplete="off"
              {...fields[name]}
            />
          ))}
          <TextAreaField {...field("policy")} label={words.policy} hint={words.policyHint} rows={16} />
          <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        </>
      )}
    </Form>
  );
}
