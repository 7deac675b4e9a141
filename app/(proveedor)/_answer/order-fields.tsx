"use client";

import type { ReactNode } from "react";
import { TextField } from "@/components/form/field";
import { slipClass } from "@/components/form/field-look";
import type { FormFields } from "@/components/form/form";
import { IdNumberField } from "@/components/form/id-number-field";
import { useCounterWords } from "./words-context";

// Keeps the page at its top when the first field has the focus. With the keypad open nothing sticks over the
// field.
const slip = `${slipClass} [&_input]:scroll-mt-60 [@media(max-height:26rem)]:[&_input]:scroll-mt-2`;

/** Fields of a paper order: the person's ID and the order's number. The children go between them. */
export function OrderFields({
  field,
  numberNote,
  children,
}: Pick<FormFields, "field"> & {
  /** Id of the element that describes the numbers. */
  numberNote?: string;
  children?: ReactNode;
}) {
  const { lookUp } = useCounterWords();
  return (
    <div className={slip}>
      <IdNumberField
        {...field("idNumber")}
        label={lookUp.idLabel}
        hint={lookUp.idHint}
        autoComplete="off"
        cell
      />
      {children}
      <TextField
        {...field("number")}
        label={lookUp.numberLabel}
        hint={lookUp.numberHint}
        describedBy={numberNote}
        inputMode="text"
        autoComplete="off"
        capitals
        digits
        cell
      />
    </div>
  );
}
