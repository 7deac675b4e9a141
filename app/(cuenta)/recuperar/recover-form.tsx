"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { recoverAction } from "./actions";

const schema = () => import("@/domain/account/schema").then(({ RecoverInput }) => RecoverInput);

export function RecoverForm() {
  const { recover } = useAccountWords();
  return (
    <Form action={recoverAction} schema={schema}>
      {({ field }) => (
        <>
          <TextField {...field("email")} label={recover.email} type="email" autoComplete="username" />
          <SubmitButton>{recover.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
