"use client";

import { LinkPasswordForm, type LinkPasswordProps } from "./link-password-form";
import { useAccountWords } from "./words-context";

const schema = () => import("@/domain/account/schema").then(({ ChoosePasswordInput }) => ChoosePasswordInput);

/** Chooses a password by a mail's link. */
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
