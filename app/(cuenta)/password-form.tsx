"use client";

import { Form, type FormAction } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useAccountWords } from "./words-context";

const schema = () => import("@/domain/account/schema").then(({ ChoosePasswordInput }) => ChoosePasswordInput);

/** Chooses a password by a mail's link. The address comes along for password managers. */
export function PasswordForm({
  action,
  token,
  email,
  submitLabel,
}: {
  action: FormAction;
  token: string;
  email: string;
  submitLabel: string;
}) {
  const { password } = useAccountWords();
  return (
    <Form action={action} schema={schema} hidden={{ token }}>
      {({ field }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} />
          <PasswordField
            {...field("password")}
            label={password.label}
            hint={password.hint}
            autoComplete="new-password"
          />
          <SubmitButton>{submitLabel}</SubmitButton>
        </>
      )}
    </Form>
  );
}
