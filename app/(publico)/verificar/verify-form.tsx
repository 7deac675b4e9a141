"use client";

import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { verifyAction } from "./actions";

/** One field for the long code. Posts without JavaScript too, so that no code stands in an address by itself. */
export function VerifyForm({
  home,
  label,
  hint,
  submit,
}: {
  /** The portal's address, which its codes begin with. */
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
