"use client";

import { useEffect, useState } from "react";
import { describedBy, type FieldWords, Frame } from "./field-frame";

/** A password with a button that shows it; the button exists only where it can work. */
export function PasswordField({
  name,
  label,
  hint,
  error,
  autoComplete,
  showLabel,
  hideLabel,
}: FieldWords & {
  autoComplete: "current-password" | "new-password";
  showLabel: string;
  hideLabel: string;
}) {
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Frame name={name} label={label} hint={hint} error={error}>
      <div className="password">
        <input
          id={name}
          name={name}
          type={shown ? "text" : "password"}
          className="input"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy({ name, hint, error })}
          aria-invalid={error ? true : undefined}
        />
        {ready ? (
          <button type="button" aria-controls={name} onClick={() => setShown(!shown)}>
            {shown ? hideLabel : showLabel}
          </button>
        ) : null}
      </div>
    </Frame>
  );
}
