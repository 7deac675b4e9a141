"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { reactivateAction, suspendAction } from "./actions";

const schema = () => import("@/domain/provider/schema").then(({ StandingInput }) => StandingInput);

/** Form to suspend or reactivate a provider, with a reason. */
export function StandingForm({
  suspended,
  hidden,
}: {
  suspended: boolean;
  /** The provider, and what the page shows of it. */
  hidden: { provider: string; seen: string };
}) {
  const { standing: words } = useAdminWords("providers");
  return (
    <Form action={suspended ? reactivateAction : suspendAction} schema={schema} hidden={hidden}>
      {({ field }) => (
        <>
          <TextAreaField {...field("reason")} label={words.reason} hint={words.reasonHint} maxLength={600} />
          <SubmitButton>{suspended ? words.reactivate : words.suspend}</SubmitButton>
        </>
      )}
    </Form>
  );
}
