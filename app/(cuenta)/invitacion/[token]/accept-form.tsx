"use client";

import { OwnerCodeField } from "@/app/(cuenta)/owner-code-field";
import { useAccountWords } from "@/app/(cuenta)/words-context";
import { CheckboxField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { acceptAction } from "./actions";

const schema = () => import("@/domain/account/schema").then(({ AcceptInput }) => AcceptInput);
const boxes = ["treatment", "terms", "messages"] as const;
const fieldOrder = [...boxes, "name", "code", "password"];

/** Authorisation, name and password of somebody who was invited. */
export function AcceptForm({
  token,
  name,
  email,
  asksCode,
}: {
  token: string;
  name: string;
  email: string;
  /** Whether it is of a new owner, to whom the caja told a code. */
  asksCode: boolean;
}) {
  const { consent, password, accept } = useAccountWords();
  return (
    <Form action={acceptAction} schema={schema} known={{ name }} hidden={{ token }} order={fieldOrder}>
      {({ field, tick }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} />
          {boxes.map((box) => (
            <CheckboxField key={box} {...tick(box)} label={consent[box]} />
          ))}
          <TextField {...field("name")} label={accept.name} autoComplete="name" />
          {asksCode ? <OwnerCodeField {...field("code")} /> : null}
          <PasswordField
            {...field("password")}
            label={password.label}
            hint={password.hint}
            autoComplete="new-password"
          />
          <SubmitButton>{accept.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
