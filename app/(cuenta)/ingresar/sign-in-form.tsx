"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { signInAction } from "./actions";

const schema = () => import("@/domain/account/schema").then(({ SignInInput }) => SignInInput);
const fieldOrder = ["email", "password"];

/** E-mail and password. After a failure the e-mail stays and the password does not. */
export function SignInForm({ back }: { back: string | null }) {
  const { signIn } = useAccountWords();
  return (
    <Form action={signInAction} schema={schema} hidden={back ? { back } : {}} order={fieldOrder}>
      {({ field }) => (
        <>
          <TextField {...field("email")} label={signIn.email} type="email" autoComplete="username" />
          <PasswordField {...field("password")} label={signIn.password} autoComplete="current-password" />
          <SubmitButton>{signIn.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
