"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { askEmailAction } from "./actions";

const schema = () => import("@/domain/own-account/schema").then(({ EmailChangeInput }) => EmailChangeInput);

/** Asks for the e-mail that the person wants to use. */
export function EmailForm() {
  const { ownAccount } = useAccountWords();
  return (
    <Form action={askEmailAction} schema={schema}>
      {({ field }) => (
        <>
          <TextField
            {...field("email")}
            label={ownAccount.newEmail}
            hint={ownAccount.newEmailHint}
            type="email"
            autoComplete="email"
          />
          <SubmitButton>{ownAccount.askEmail}</SubmitButton>
        </>
      )}
    </Form>
  );
}
