"use client";

import Link from "next/link";
import { Form, type FormAction } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useAccountWords } from "./words-context";

const schema = () => import("@/domain/account/schema").then(({ JoinInput }) => JoinInput);

/** The password that somebody has, who comes by a mail's link to one provider more. */
export function OwnPasswordForm({
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
  const { signIn } = useAccountWords();
  return (
    <>
      <Form action={action} schema={schema} hidden={{ token }}>
        {({ field }) => (
          <>
            <input type="hidden" autoComplete="username" value={email} />
            <PasswordField {...field("password")} label={signIn.password} autoComplete="current-password" />
            <SubmitButton>{submitLabel}</SubmitButton>
          </>
        )}
      </Form>
      <p>
        <Link className="inline-flex min-h-11 items-center" href="/recuperar" prefetch={false}>
          {signIn.forgot}
        </Link>
      </p>
    </>
  );
}
