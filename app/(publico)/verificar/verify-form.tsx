"use client";

import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { verifyAction } from "./actions";

/** One field for the long code. It posts, so that an invalid code appears in no address. */
export function VerifyForm({
  home,
  label,
  hint,
  submit,
}: {
  /** The portal's address, with which every code begins. */
  home: string;
  label: string;
  hint: string;
  submit: string;
}) {
  const schema = () =>
    import("@/domain/order-code/verify-schema").then(({ verifyInput }) => verifyInput(home));
  return (
    <Form action={verifyAction} schema={schema}>
      {({ field }) => (
        <>
          <TextAreaField {...field("code")} label={label} hint={hint} rows={5} maxLength={1_000} />
          <SubmitButton>{submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
