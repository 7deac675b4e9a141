"use client";

import type { ComponentProps } from "react";
import { TextField } from "@/components/form/field";
import { useAccountWords } from "./words-context";

/** The code that the caja told a new owner itself. */
export function OwnerCodeField(field: Pick<ComponentProps<typeof TextField>, "name" | "id" | "error">) {
  const { accept } = useAccountWords();
  return (
    <TextField
      {...field}
      label={accept.code}
      hint={accept.codeHint}
      autoComplete="off"
      capitals
      maxLength={40}
    />
  );
}
