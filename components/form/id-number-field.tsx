"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { TextField } from "./field";
import { useFormWords } from "./form-words";

/**
 * Number of an identity document: nearly always digits, with letters in passports and a few others. Shows the
 * numeric keypad with a button for letters; without scripts the full keyboard.
 */
export function IdNumberField(
  field: Omit<ComponentProps<typeof TextField>, "inputMode" | "capitals" | "digits" | "aside">,
) {
  const { keypadDigits, keypadLetters } = useFormWords();
  const [letters, setLetters] = useState<boolean | null>(null);
  useEffect(() => setLetters(/\p{L}/u.test(field.defaultValue ?? "")), [field.defaultValue]);
  return (
    <TextField
      {...field}
      inputMode={letters === false ? "numeric" : "text"}
      capitals
      digits
      aside={
        // The input's parent must stay the same after hydration: another one would recreate the input and lose
        // what was typed.
        <button
          type="button"
          hidden={letters === null}
          className="hidden min-h-11 min-w-11 shrink-0 items-center justify-center rounded border border-current px-2 pointer-coarse:not-[[hidden]]:inline-flex"
          aria-controls={field.id ?? field.name}
          aria-label={letters ? keypadDigits : keypadLetters}
          onClick={() => {
            setLetters(!letters);
            document.getElementById(field.id ?? field.name)?.focus();
          }}
        >
          {letters ? "123" : "ABC"}
        </button>
      }
    />
  );
}
