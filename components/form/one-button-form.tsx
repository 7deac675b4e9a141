"use client";

import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonVariant } from "@/components/ui/button";
import { Form, type FormAction, type FormProps } from "./form";
import type { FormWords } from "./form-view";
import { FormWordsProvider } from "./form-words";

/** A form that is one button: what it is about travels in hidden fields. */
export function OneButtonForm({
  label,
  pendingLabel,
  variant,
  words,
  ...form
}: Pick<FormProps, "hidden" | "idempotencyKey" | "done"> & {
  action: FormAction;
  label: string;
  pendingLabel?: string;
  variant?: ButtonVariant;
  /** Where no section gives them. */
  words?: FormWords;
}) {
  const button = (
    <Form {...form}>
      <SubmitButton pendingLabel={pendingLabel} variant={variant}>
        {label}
      </SubmitButton>
    </Form>
  );
  return words ? <FormWordsProvider words={words}>{button}</FormWordsProvider> : button;
}
