"use client";

import type { ButtonVariant } from "@/components/ui/button";
import { Form, type FormAction, type FormProps } from "./form";
import { SubmitButton } from "./submit-button";

/** A form that is one button: what it is about travels in hidden fields. */
export function OneButtonForm({
  label,
  pendingLabel,
  variant,
  ...form
}: Pick<FormProps, "hidden" | "idempotencyKey" | "done"> & {
  action: FormAction;
  label: string;
  pendingLabel?: string;
  variant?: ButtonVariant;
}) {
  return (
    <Form {...form}>
      <SubmitButton pendingLabel={pendingLabel} variant={variant}>
        {label}
      </SubmitButton>
    </Form>
  );
}
