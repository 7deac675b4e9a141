"use client";

import { LinkPasswordForm, type LinkPasswordProps } from "./link-password-form";
import { useAccountWords } from "./words-context";

const schema = () => import("@/domain/account/schema").then(({ ChoosePasswordInput }) => ChoosePasswordInput);

/** Form that sets a new password from the link of an e-mail. */
export function PasswordForm(props: LinkPasswordProps) {
  const { password } = useAccountWords();
  return (
    <LinkPasswordForm
      {...props}
      schema={schema}
      label={password.label}
      hint={password.hint}
      autoComplete="new-password"
    />
  );
}
