"use client";

import { useActionState } from "react";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import type { ButtonVariant } from "@/components/ui/button";

/** Asks for the signed proof of an answer or of a use, and goes to it. Asked twice it is the same one. */
export function GiveProofForm({
  action,
  of,
  variant,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  of: { lookupId: string } | { useId: string };
  variant: ButtonVariant;
  words: FormWords & Record<"submit" | "submitting", string>;
}) {
  const [state, submit] = useActionState(action, idle);
  const [[name, id] = ["", ""]] = Object.entries(of);
  return (
    <form action={submit}>
      <FormHead view={useFormView({ state, words })} title={words.errorSummary} />
      <input type="hidden" name={name} value={id} />
      <SubmitButton variant={variant} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
