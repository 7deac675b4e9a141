"use client";

import { StoredOtherwise } from "@/app/admin/stored-otherwise";
import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { saveAgreementAction } from "./actions";

const schema = () => import("@/domain/agreement/schema").then(({ AgreementInput }) => AgreementInput);
const fieldOrder = ["number", "nit", "legalName", "email", "startsOn", "endsOn", "reason"];

/** A convenio: all of a new one; of a known one what may change, since another NIT is another company. */
export function AgreementForm({
  hidden,
  known,
}: {
  /** Of a known one: which, its version, its number and its NIT. */
  hidden?: Readonly<Record<string, string>>;
  known?: FormValues;
}) {
  const { form: t } = useAdminWords("agreements");
  return (
    <Form
      className="max-w-2xl"
      action={saveAgreementAction}
      schema={schema}
      hidden={hidden}
      known={known}
      order={fieldOrder}
    >
      {({ field, view }) => (
        <>
          <StoredOtherwise
            view={view}
            known={known}
            labels={{ legalName: t.legalName, email: t.email, startsOn: t.startsOn, endsOn: t.endsOn }}
          />
          {hidden ? null : (
            <>
              <TextField {...field("number")} label={t.number} autoComplete="off" maxLength={60} />
              <TextField {...field("nit")} label={t.nit} hint={t.nitHint} autoComplete="off" maxLength={20} />
            </>
          )}
          <TextField {...field("legalName")} label={t.legalName} autoComplete="off" maxLength={160} />
          <TextField {...field("email")} label={t.email} autoComplete="off" maxLength={254} />
          <div className="grid gap-x-4 sm:grid-cols-2">
            <TextField {...field("startsOn")} label={t.startsOn} type="date" autoComplete="off" />
            <TextField {...field("endsOn")} label={t.endsOn} type="date" autoComplete="off" />
          </div>
          <TextAreaField {...field("reason")} label={t.reason} hint={t.reasonHint} maxLength={300} />
          <SubmitButton>{t.save}</SubmitButton>
        </>
      )}
    </Form>
  );
}
