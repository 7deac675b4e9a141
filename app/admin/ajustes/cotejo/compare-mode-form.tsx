"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { saveCompareModeAction } from "./actions";

const schema = () => import("@/domain/caja/schema").then(({ CompareModeInput }) => CompareModeInput);
const fieldOrder = ["mode", "from"];

/** Form of how the counter compares. `known.version` is the version that this form shows. */
export function CompareModeForm({
  known,
  modes,
}: {
  known: FormValues;
  modes: { value: string; label: string; hint: string }[];
}) {
  const { compare: words } = useAdminWords("settings");
  return (
    <Form
      className="max-w-2xl"
      action={saveCompareModeAction}
      schema={schema}
      known={known}
      order={fieldOrder}
    >
      {({ view, field }) => (
        <>
          <input type="hidden" name="version" value={view.text("version") ?? ""} />
          <RadioGroup {...field("mode")} legend={words.mode} options={modes} />
          <TextField
            {...field("from")}
            label={words.from}
            hint={words.fromHint}
            inputMode="decimal"
            autoComplete="off"
          />
          <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        </>
      )}
    </Form>
  );
}
