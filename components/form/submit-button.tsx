"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonClass } from "@/components/ui/button";
import { useFormWordsIfAny } from "./form-words";

/** Submit button that ignores further presses while a submission is pending. */
export function SubmitButton({
  children,
  pendingLabel,
  variant = "primary",
  name,
  value,
}: {
  children: ReactNode;
  /** Label while pending, instead of the section's own. */
  pendingLabel?: string;
  variant?: ButtonVariant;
  name?: string;
  value?: string;
}) {
  const { pending } = useFormStatus();
  const { sending } = useFormWordsIfAny();
  return (
    <button
      type="submit"
      className={buttonClass(variant)}
      data-variant={variant}
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending ? (pendingLabel ?? sending ?? children) : children}
    </button>
  );
}
