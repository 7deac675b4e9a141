"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { requestResetAction } from "../actions";

const schema = () => import("@/domain/factor/schema").then(({ RequestResetInput }) => RequestResetInput);

/** Lets a person enrol another second factor, with the reason. */
export function ResetForm({ person }: { person: string }) {
  const { reset: words } = useAdminWords("people");
  return (
    <Form action={requestResetAction} schema={schema} hidden={{ person }} order={["reason"]} suffix="factor">
      {({ field }) => (
        <>
          <TextField {...field("reason")} label={words.reason} autoComplete="off" maxLength={300} />
          <SubmitButton variant="outline">{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
