"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { decideUndoAction } from "./actions";

const schema = () => import("@/domain/use/schema").then(({ DecideUndoInput }) => DecideUndoInput);
const fieldOrder = ["decision", "reason"];

/** Approves or rejects the reversal of a use, with a reason that the provider reads. */
export function DecideForm({
  hidden,
  options,
}: {
  /** The request, and what the page shows of it. */
  hidden: { requestId: string; seen: string };
  options: { value: string; label: string; hint: string }[];
}) {
  const { undo: words } = useAdminWords("reports");
  return (
    <Form className="max-w-2xl" action={decideUndoAction} schema={schema} hidden={hidden} order={fieldOrder}>
      {({ field }) => (
        <>
          <RadioGroup {...field("decision")} legend={words.decision} options={options} />
          <TextAreaField {...field("reason")} label={words.reason} hint={words.reasonHint} maxLength={600} />
          <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
