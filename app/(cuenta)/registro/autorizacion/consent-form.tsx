"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { consentAction } from "../actions";

const schema = () => import("@/domain/account/schema").then(({ ConsentInput }) => ConsentInput);
const boxes = ["treatment", "terms", "messages"] as const;

/** Three boxes, none ticked before the person ticks it. */
export function ConsentForm({
  typed,
}: {
  /** Purposes already accepted in this draft. */
  typed: readonly string[];
}) {
  const { consent, ...common } = useAccountWords();
  const known = {
    ...(typed.includes("account") ? { treatment: "1" } : {}),
    ...(typed.includes("terms") ? { terms: "1" } : {}),
    ...(typed.includes("messages") ? { messages: "1" } : {}),
  };
  return (
    <Form action={consentAction} schema={schema} known={known} order={boxes}>
      {({ tick }) => (
        <>
          {boxes.map((name) => (
            <CheckboxField key={name} {...tick(name)} label={consent[name]} />
          ))}
          <SubmitButton>{common.continue}</SubmitButton>
        </>
      )}
    </Form>
  );
}
