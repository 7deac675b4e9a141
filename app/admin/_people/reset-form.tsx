"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextField } from "@/components/form/field";
import { Form, type FormAction } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";

const schema = () => import("@/domain/factor/schema").then(({ RequestResetInput }) => RequestResetInput);

/** Lets a person enrol another second factor, with the reason. */
export function ResetForm({
  action,
  hidden,
}: {
  action: FormAction;
  hidden: { person: string; provider?: string };
}) {
  const { reset: words } = useAdminWords("people");
  return (
    <Form
      action={action}
      schema={schema}
      hidden={hidden}
      order={["reason"]}
      suffix={`factor-${hidden.person}`}
    >
      {({ field }) => (
        <>
          <TextField {...field("reason")} label={words.reason} autoComplete="off" maxLength={300} />
          <SubmitButton variant="outline">{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
