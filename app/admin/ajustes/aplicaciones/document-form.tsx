"use client";

import { StoredOtherwise } from "@/app/admin/stored-otherwise";
import { useAdminWords } from "@/app/admin/words-context";
import { CheckboxField } from "@/components/form/choice-field";
import { SelectField, TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { saveDocumentAction } from "./actions";

const schema = () =>
  import("@/domain/request/requirement-schema").then(
    ({ ApplicationDocumentInput }) => ApplicationDocumentInput,
  );
const order = ["sameAs", "name", "hint", "example", "required", "largestAgeDays", "renewalDays", "position"];

/** A document that an application asks for. `papers` are those of other applications, which a new one may be. */
export function DocumentForm({
  hidden,
  known,
  papers = [],
}: {
  hidden: { application: string; kind: string; version: string };
  known: FormValues;
  papers?: { value: string; label: string }[];
}) {
  const { document: words } = useAdminWords("applications");
  return (
    <Form
      className="max-w-2xl"
      action={saveDocumentAction}
      schema={schema}
      hidden={hidden}
      known={known}
      order={order}
    >
      {({ field, tick, view }) => (
        <>
          <StoredOtherwise
            view={view}
            known={known}
            labels={{
              ...{ name: words.name, hint: words.hint, example: words.example },
              ...{
                largestAgeDays: words.largestAgeDays,
                renewalDays: words.renewalDays,
                position: words.position,
              },
            }}
            ticks={{ required: words.required, active: words.active }}
          />
          {papers.length > 0 ? (
            <SelectField
              {...field("sameAs")}
              label={words.sameAs}
              hint={words.sameAsHint}
              emptyLabel={words.sameAsNone}
              options={papers}
            />
          ) : null}
          <TextField
            {...field("name")}
            label={words.name}
            hint={words.nameHint}
            autoComplete="off"
            maxLength={80}
          />
          <TextAreaField {...field("hint")} label={words.hint} hint={words.hintHint} maxLength={200} />
          <TextAreaField
            {...field("example")}
            label={words.example}
            hint={words.exampleHint}
            maxLength={200}
          />
          <CheckboxField {...tick("required")} label={words.required} hint={words.requiredHint} />
          <TextField
            {...field("largestAgeDays")}
            label={words.largestAgeDays}
            hint={words.largestAgeDaysHint}
            autoComplete="off"
            inputMode="numeric"
            maxLength={4}
          />
          <TextField
            {...field("renewalDays")}
            label={words.renewalDays}
            hint={words.renewalDaysHint}
            autoComplete="off"
            inputMode="numeric"
            maxLength={4}
          />
          <TextField
            {...field("position")}
            label={words.position}
            autoComplete="off"
            inputMode="numeric"
            maxLength={2}
          />
          <CheckboxField {...tick("active")} label={words.active} hint={words.activeHint} />
          <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        </>
      )}
    </Form>
  );
}
