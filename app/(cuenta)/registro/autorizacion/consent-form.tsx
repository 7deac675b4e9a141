"use client";

import { useActionState } from "react";
import type { AccountFormWords } from "@/app/_server/form-words";
import { CheckboxField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { consentAction } from "../actions";

/** Three boxes, none ticked before the person ticks it. */
export function ConsentForm({
  words,
  given,
}: {
  words: AccountFormWords & { treatment: string; terms: string; messages: string };
  /** Purposes of an authorisation that was given a moment ago. */
  given: readonly string[];
}) {
  const [state, submit] = useActionState(consentAction, idle);
  const known = {
    ...(given.includes("account") ? { treatment: "1" } : {}),
    ...(given.includes("terms") ? { terms: "1" } : {}),
    ...(given.includes("messages") ? { messages: "1" } : {}),
  };
  const view = useFormView({ state, words, known });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      {(["treatment", "terms", "messages"] as const).map((name) => (
        <CheckboxField
          key={name}
          name={name}
          label={words[name]}
          error={view.error(name)}
          defaultChecked={view.ticked(name)}
        />
      ))}
      <SubmitButton pendingLabel={words.sending}>{words.continue}</SubmitButton>
    </form>
  );
}
