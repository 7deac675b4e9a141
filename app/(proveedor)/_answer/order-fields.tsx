"use client";

import type { ReactNode } from "react";
import { TextField } from "@/components/form/field";
import type { FormFields } from "@/components/form/form";
import { IdNumberField } from "@/components/form/id-number-field";
import { useCounterWords } from "./words-context";

/** What is typed of a paper: whose it is and its number; what stands between them on the page comes as children. */
export function OrderFields({
  field,
  numberHint,
  children,
}: Pick<FormFields, "field"> & { numberHint?: string; children?: ReactNode }) {
  const { lookUp } = useCounterWords();
  return (
    <>
      <IdNumberField {...field("idNumber")} label={lookUp.idLabel} hint={lookUp.idHint} autoComplete="off" />
      {children}
      <TextField
        {...field("number")}
        label={lookUp.numberLabel}
        hint={numberHint ?? lookUp.numberHint}
        inputMode="text"
        autoComplete="off"
        capitals
        digits
      />
    </>
  );
}
