"use client";

import type { ButtonVariant } from "@/components/ui/button";
import { Form, type FormAction, type FormProps } from "./form";
import { SubmitButton } from "./submit-button";

/** A form that is one button, with hidden fields. */
export function OneButtonForm({
  label,
  hint,
  pendingLabel,
  variant,
  ...form
}: Pick<FormProps, "hidden" | "idempotencyKey" | "done"> & {
  action: FormAction;
  label: string;
  /** Explanation below its label. */
  hint?: string;
  pendingLabel?: string;
  variant?: ButtonVariant;
}) {
  return (
    <Form {...form}>
      <SubmitButton pendingLabel={pendingLabel} variant={variant}>
        {hint ? (
          <span>
            {label} <span className="block text-sm font-normal text-ink-soft">{hint}</span>
          </span>
        ) : (
          label
        )}
      </SubmitButton>
    </Form>
  );
}
