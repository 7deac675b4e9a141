"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { changePasswordAction } from "./actions";

const schema = () =>
  import("@/domain/own-account/schema").then(({ ChangePasswordInput }) => ChangePasswordInput);

/** Asks for the present password and the new one. */
export function ChangePasswordForm({ email }: { email: string }) {
  const { ownAccount, password } = useAccountWords();
  return (
    <Form action={changePasswordAction} schema={schema} order={["password", "newPassword"]}>
      {({ field }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} />
          <PasswordField
            {...field("password")}
            label={ownAccount.presentPassword}
            autoComplete="current-password"
          />
          <PasswordField
            {...field("newPassword")}
            label={ownAccount.newPassword}
            hint={password.hint}
            autoComplete="new-password"
          />
          <SubmitButton>{ownAccount.changePassword}</SubmitButton>
        </>
      )}
    </Form>
  );
}
