"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonClass } from "@/components/ui/button";
import { useFormWordsIfAny } from "./form-words";

/** Sends its form once: while the answer is on its way, a second press does nothing. */
export function SubmitButton({
  children,
  pendingLabel,
  variant = "primary",
  name,
  value,
}: {
  children: ReactNode;
  /** Where the section's own word says too little of what is under way. */
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
