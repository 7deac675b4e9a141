"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { CheckboxField } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form, type FormFields } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ReasonChoice } from "@/domain/request/reasons";
import { returnAction } from "./actions";
import { REASON_FORM } from "./reason-form";

export type DecisionHidden = { requestId: string; seen: string; list: string };

const schema = () => import("@/domain/request/schema").then(({ ReturnInput }) => ReturnInput);
const order = ["returnCode", "returnReason"];

/** Sends a request back: what is wrong with which document, what with the data, or both, in the provider's words. */
export function ReturnForm({
  hidden,
  documents,
  data,
}: {
  hidden: DecisionHidden;
  documents: { kind: string; name: string; choices: ReasonChoice[] }[];
  data: ReasonChoice[];
}) {
  const { returned: words, reasonHint } = useAdminWords("requests");
  return (
    <Form id={REASON_FORM} action={returnAction} schema={schema} hidden={hidden} order={order}>
      {({ field, tickOf }) => (
        <>
          <div className="grid gap-x-8 lg:grid-cols-2">
            {documents.map(({ kind, name, choices }, at) => (
              <Choices
                key={kind}
                id={`corregir-${kind}`}
                legend={name}
                first={at * 10}
                choices={choices}
                tickOf={tickOf}
              />
            ))}
            <Choices id="corregir-datos" legend={words.data} first={900} choices={data} tickOf={tickOf} />
          </div>
          <TextAreaField {...field("returnReason")} label={words.reason} hint={reasonHint} maxLength={600} />
          <SubmitButton>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}

function Choices({
  id,
  legend,
  first,
  choices,
  tickOf,
}: {
  id: string;
  legend: string;
  /** Counts the boxes of the whole form, since one of them carries its error. */
  first: number;
  choices: ReasonChoice[];
  tickOf: FormFields["tickOf"];
}) {
  return (
    <fieldset id={id} className="mb-2 target:bg-indigo-soft [&>div]:mb-1" tabIndex={-1}>
      <legend className="font-bold">{legend}</legend>
      {choices.map(({ value, label }, at) => (
        <CheckboxField key={value} {...tickOf("returnCode", value, first + at)} label={label} />
      ))}
    </fieldset>
  );
}
