"use client";

import { useCounterWords } from "@/app/(proveedor)/_answer/words-context";
import { TextAreaField } from "@/components/form/field";
import { Form, type FormAction } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";

const schema = () => import("@/domain/use/schema").then(({ UndoInput }) => UndoInput);

/** Undoes a use, or asks the caja to: one reason, one button. */
export function UndoForm({
  action,
  useId,
  undoKey,
  submit,
  submitting,
}: {
  action: FormAction;
  useId: string;
  undoKey: string;
  submit: string;
  submitting: string;
}) {
  const { undo } = useCounterWords();
  return (
    <Form action={action} schema={schema} hidden={{ useId }} idempotencyKey={undoKey}>
      {({ field }) => (
        <>
          <TextAreaField {...field("reason")} label={undo.reason} hint={undo.reasonHint} maxLength={300} />
          <SubmitButton pendingLabel={submitting}>{submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
