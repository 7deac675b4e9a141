"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { confirmAction } from "./actions";

/** Confirms an import; the checkbox is offered when there are orders with other data. */
export function ConfirmForm({ run, confirm, apply }: { run: string; confirm: string; apply: string | null }) {
  const { imports: words } = useAdminWords("orders");
  return (
    <Form action={confirmAction} hidden={{ run }}>
      {({ tick }) => (
        <>
          {apply ? <CheckboxField {...tick("applyChanges")} label={apply} hint={words.applyHint} /> : null}
          <SubmitButton>{confirm}</SubmitButton>
        </>
      )}
    </Form>
  );
}
