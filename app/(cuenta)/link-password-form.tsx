"use client";

import type { ComponentProps } from "react";
import { Form, type FormAction } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";

export type LinkPasswordProps = {
  action: FormAction;
  /** Of the mail's link. */
  token: string;
  email: string;
  submitLabel: string;
};

/**
 * Form for the password that the link of an e-mail asks for. It holds the e-mail address too, for password
 * managers.
 */
export function LinkPasswordForm({
  action,
  token,
  email,
  submitLabel,
  schema,
  ...field
}: LinkPasswordProps &
  Required<Pick<ComponentProps<typeof Form>, "schema">> &
  Pick<ComponentProps<typeof PasswordField>, "label" | "hint" | "autoComplete">) {
  return (
    <Form action={action} schema={schema} hidden={{ token }}>
      {(form) => (
        <>
          <input type="hidden" autoComplete="username" value={email} />
          <PasswordField {...form.field("password")} {...field} />
          <SubmitButton>{submitLabel}</SubmitButton>
        </>
      )}
    </Form>
  );
}
