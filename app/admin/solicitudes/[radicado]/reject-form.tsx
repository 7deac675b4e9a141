"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ReasonChoice } from "@/domain/request/reasons";
import { rejectAction } from "./actions";
import { REASON_FORM } from "./reason-form";
import type { DecisionHidden } from "./return-form";

const schema = () => import("@/domain/request/schema").then(({ RejectInput }) => RejectInput);
const order = ["rejectCode", "rejectReason"];

/** Ends a request: why, in the words that the provider reads. Nothing is chosen before somebody chooses. */
export function RejectForm({ hidden, choices }: { hidden: DecisionHidden; choices: ReasonChoice[] }) {
  const { rejected: words, otherReason, reasonHint } = useAdminWords("requests");
  return (
    <Form id={REASON_FORM} action={rejectAction} schema={schema} hidden={hidden} order={order}>
      {({ field }) => (
        <>
          <RadioGroup
            {...field("rejectCode")}
            legend={words.legend}
            options={[...choices, { value: "", label: otherReason }]}
          />
          <TextAreaField {...field("rejectReason")} label={words.reason} hint={reasonHint} maxLength={600} />
          <SubmitButton>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
