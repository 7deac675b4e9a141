"use client";

import type { ReactNode } from "react";
import { TextField } from "@/components/form/field";
import { slipClass } from "@/components/form/field-look";
import type { FormFields } from "@/components/form/form";
import { IdNumberField } from "@/components/form/id-number-field";
import { useCounterWords } from "./words-context";

// The page stays at its top when it is opened at the first field, and with a keypad open nothing is kept over it.
const slip = `${slipClass} [&_input]:scroll-mt-60 [@media(max-height:26rem)]:[&_input]:scroll-mt-2`;

/** The slip of what is typed of a paper: whose it is and its number; what stands between them comes as children. */
export function OrderFields({
  field,
  numberNote,
  children,
}: Pick<FormFields, "field"> & {
  /** Id of what the page says of the numbers. */
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
