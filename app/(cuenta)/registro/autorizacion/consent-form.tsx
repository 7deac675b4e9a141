"use client";

import { CheckboxField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { consentAction } from "../actions";

const schema = () => import("@/domain/account/schema").then(({ ConsentInput }) => ConsentInput);
const boxes = ["treatment", "terms", "messages"] as const;

/** Three boxes, none ticked before the person ticks it. */
export function ConsentForm({
  words,
  given,
}: {
  words: Record<(typeof boxes)[number] | "continue" | "sending", string>;
  /** Purposes of an authorisation that was given a moment ago. */
  given: readonly string[];
}) {
  const known = {
    ...(given.includes("account") ? { treatment: "1" } : {}),
    ...(given.includes("terms") ? { terms: "1" } : {}),
    ...(given.includes("messages") ? { messages: "1" } : {}),
  };
  return (
    <Form action={consentAction} schema={schema} known={known} order={boxes}>
      {({ tick }) => (
        <>
          {boxes.map((name) => (
            <CheckboxField key={name} {...tick(name)} label={words[name]} />
          ))}
          <SubmitButton pendingLabel={words.sending}>{words.continue}</SubmitButton>
        </>
      )}
    </Form>
  );
}
