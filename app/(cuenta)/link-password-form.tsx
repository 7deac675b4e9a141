"use client";

import type { ComponentProps } from "react";
import { Form, type FormAction } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { OwnerCodeField } from "./owner-code-field";

export type LinkPasswordProps = {
  action: FormAction;
  /** Of the mail's link. */
  token: string;
  email: string;
  submitLabel: string;
  /** Whether it is of a new owner, to whom the caja told a code. */
  asksCode?: boolean;
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
  asksCode = false,
  ...field
}: LinkPasswordProps &
  Required<Pick<ComponentProps<typeof Form>, "schema">> &
  Pick<ComponentProps<typeof PasswordField>, "label" | "hint" | "autoComplete">) {
  return (
    <Form action={action} schema={schema} hidden={{ token }}>
      {(form) => (
        <>
          <input type="hidden" autoComplete="username" value={email} />
          {asksCode ? <OwnerCodeField {...form.field("code")} /> : null}
          <PasswordField {...form.field("password")} {...field} />
          <SubmitButton>{submitLabel}</SubmitButton>
        </>
      )}
    </Form>
  );
}
