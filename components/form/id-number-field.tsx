"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { TextField } from "./field";
import { useFormWords } from "./form-words";

/**
 * A number of a document: digits nearly always, letters in passports and some others. The keypad has digits and a
 * key for the letters; without scripts it is the whole keyboard.
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
        // Never another element around the input once scripts run: it would be made anew, without what was typed.
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
