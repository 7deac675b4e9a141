"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { SelectField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { saveFactorWaitAction } from "./actions";

const schema = () => import("@/domain/caja/schema").then(({ FactorWaitInput }) => FactorWaitInput);

/** Chooses how long a reset of the second factor waits. `known.version` is the version that this form shows. */
export function WaitForm({
  known,
  options,
}: {
  known: FormValues;
  options: { value: string; label: string }[];
}) {
  const { factorWait: words } = useAdminWords("people");
  return (
    <Form action={saveFactorWaitAction} schema={schema} known={known} suffix="espera">
      {({ view, field }) => (
        <>
          <input type="hidden" name="version" value={view.text("version") ?? ""} />
          <SelectField {...field("minutes")} label={words.label} options={options} autoComplete="off" />
          <SubmitButton variant="outline">{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
