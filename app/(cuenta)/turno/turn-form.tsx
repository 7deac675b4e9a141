"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { nameAction } from "./actions";

const schema = () => import("@/domain/branch/schema").then(({ NameInput }) => NameInput);

/** Chooses who serves and asks for their PIN. Who is the only one with a PIN is chosen already. */
export function TurnForm({
  people,
  back,
}: {
  people: { value: string; label: string }[];
  back: string | null;
}) {
  const { turn } = useAccountWords();
  const hidden: Record<string, string> = back ? { back } : {};
  const [only, another] = people;
  const known = only && !another ? { person: only.value } : undefined;
  return (
    <Form action={nameAction} schema={schema} hidden={hidden} known={known} order={["person", "pin"]}>
      {({ field }) => (
        <>
          <RadioGroup {...field("person")} legend={turn.who} options={people} />
          <PasswordField
            {...field("pin")}
            label={turn.pin}
            hint={turn.pinHint}
            inputMode="numeric"
            autoComplete="off"
          />
          <SubmitButton>{turn.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
