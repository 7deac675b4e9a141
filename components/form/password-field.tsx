"use client";

import { useEffect, useState } from "react";
import { describedBy, type FieldWords, Frame } from "./field-frame";
import { inputClass } from "./field-look";
import { useFormWords } from "./form-words";

/** Password field with a button that shows it. Without scripts there is no button. */
export function PasswordField({
  name,
  id = name,
  label,
  hint,
  error,
  autoComplete,
  inputMode,
}: FieldWords & {
  autoComplete: "current-password" | "new-password" | "off";
  /** Digits only, as for a PIN. */
  inputMode?: "numeric";
}) {
  const { show, hide } = useFormWords();
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Frame name={name} id={id} label={label} hint={hint} error={error}>
      <div className="flex gap-2">
        <input
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          className={`${inputClass} min-h-14 min-w-0 flex-auto`}
          autoComplete={autoComplete}
          inputMode={inputMode}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error ? true : undefined}
        />
        {ready ? (
          <button
            type="button"
            className="min-h-14 min-w-18 flex-none cursor-pointer rounded-field border-2 border-line bg-sheet px-3 font-bold text-link"
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            {shown ? hide : show}
          </button>
        ) : null}
      </div>
    </Frame>
  );
}
