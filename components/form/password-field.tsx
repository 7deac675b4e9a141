"use client";

import { useEffect, useState } from "react";

/** A password with a button that shows it; the button exists only where it can work. */
export function PasswordField({
  name,
  label,
  hint,
  error,
  autoComplete,
  showLabel,
  hideLabel,
}: {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  autoComplete: "current-password" | "new-password";
  showLabel: string;
  hideLabel: string;
}) {
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setReady(true), []);
  const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={error ? "campo campo-error" : "campo"}>
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p id={`${name}-hint`} className="pista">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="error">
          {error}
        </p>
      ) : null}
      <div className="clave">
        <input
          id={name}
          name={name}
          type={shown ? "text" : "password"}
          className="entrada"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        {ready ? (
          <button type="button" aria-controls={name} onClick={() => setShown(!shown)}>
            {shown ? hideLabel : showLabel}
          </button>
        ) : null}
      </div>
    </div>
  );
}
