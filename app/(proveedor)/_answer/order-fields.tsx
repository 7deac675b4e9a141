import type { ReactNode } from "react";
import { TextField } from "@/components/form/field";
import type { FormView } from "@/components/form/form-view";
import { IdNumberField, type KeypadWords } from "@/components/form/id-number-field";

export type OrderFieldWords = KeypadWords &
  Record<"idLabel" | "idHint" | "numberLabel" | "numberHint", string>;

/** What is typed of a paper: whose it is and its number; what stands between them on the page comes as children. */
export function OrderFields({
  view,
  words,
  children,
}: {
  view: FormView;
  words: OrderFieldWords;
  children?: ReactNode;
}) {
  return (
    <>
      <IdNumberField
        name="idNumber"
        label={words.idLabel}
        hint={words.idHint}
        error={view.error("idNumber")}
        defaultValue={view.text("idNumber")}
        autoComplete="off"
        words={words}
      />
      {children}
      <TextField
        name="number"
        label={words.numberLabel}
        hint={words.numberHint}
        error={view.error("number")}
        defaultValue={view.text("number")}
        inputMode="text"
        autoComplete="off"
        capitals
        digits
      />
    </>
  );
}
