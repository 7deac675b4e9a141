"use client";

import { SelectField, TextField } from "@/components/form/field";
import type { FieldWords } from "@/components/form/field-frame";
import { useAccountWords } from "./account-words-context";

/** The fields of an account at a bank. */
export function AccountFields({
  field,
}: {
  field: (name: string) => Pick<FieldWords, "name" | "error"> & { defaultValue?: string };
}) {
  const words = useAccountWords();
  return (
    <fieldset>
      <legend className="mb-1 text-xl font-bold">{words.heading}</legend>
      <p className="text-hint text-ink-soft">{words.text}</p>
      <SelectField
        {...field("bank")}
        label={words.bank}
        options={words.banks}
        emptyLabel={words.bankEmpty}
        autoComplete="off"
      />
      <SelectField
        {...field("accountKind")}
        label={words.kind}
        options={words.kinds}
        emptyLabel={words.kindEmpty}
        autoComplete="off"
      />
      <TextField
        {...field("accountNumber")}
        label={words.number}
        hint={words.numberHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        digits
      />
    </fieldset>
  );
}
