"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { setPinAction } from "./actions";

const schema = () => import("@/domain/branch/schema").then(({ NewPinInput }) => NewPinInput);

/** Asks for the six digits of a new PIN. */
export function PinForm() {
  const { pin } = useAccountWords();
  return (
    <Form action={setPinAction} schema={schema}>
      {({ field }) => (
        <>
          <PasswordField
            {...field("pin")}
            label={pin.pin}
            hint={pin.pinHint}
            inputMode="numeric"
            autoComplete="off"
          />
          <SubmitButton>{pin.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
