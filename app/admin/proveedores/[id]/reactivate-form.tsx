"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { reactivateAction } from "./actions";

const schema = () => import("@/domain/provider/schema").then(({ StandingInput }) => StandingInput);

/** Ends a suspension, with a reason. */
export function ReactivateForm({
  hidden,
}: {
  /** The provider, and what the page shows of it. */
  hidden: { provider: string; seen: string };
}) {
  const { standing: words } = useAdminWords("providers");
  return (
    <Form action={reactivateAction} schema={schema} hidden={hidden} className="max-w-2xl">
      {({ field }) => (
        <>
          <TextAreaField {...field("reason")} label={words.reason} hint={words.reasonHint} maxLength={600} />
          <SubmitButton>{words.reactivate}</SubmitButton>
        </>
      )}
    </Form>
  );
}
