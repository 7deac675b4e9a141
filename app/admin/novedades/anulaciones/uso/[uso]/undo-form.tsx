"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { undoObjectedAction } from "./actions";

const schema = () => import("@/domain/use/schema").then(({ UndoObjectedInput }) => UndoObjectedInput);

/** Reverses an objected use, with a reason that the provider reads. */
export function UndoForm({
  hidden,
}: {
  /** The use, and what the page shows of it. */
  hidden: { useId: string; seen: string };
}) {
  const { undo: words } = useAdminWords("reports");
  return (
    <Form className="max-w-2xl" action={undoObjectedAction} schema={schema} hidden={hidden}>
      {({ field }) => (
        <>
          <TextAreaField {...field("reason")} label={words.reason} hint={words.reasonHint} maxLength={600} />
          <SubmitButton pendingLabel={words.sending}>{words.approve}</SubmitButton>
        </>
      )}
    </Form>
  );
}
