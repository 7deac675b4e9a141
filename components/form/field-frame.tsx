import type { ReactNode } from "react";

export type FieldWords = { name: string; label: string; hint?: string; error?: string };

/** Label, hint and error around one control, joined by ids: the field's name, `-hint` and `-error`. */
export function Frame({ name, label, hint, error, children }: FieldWords & { children: ReactNode }) {
  return (
    <div className={error ? "field field-invalid" : "field"}>
      <label htmlFor={name}>{label}</label>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function HintAndError({ name, hint, error }: { name: string; hint?: string; error?: string }) {
  return (
    <>
      {hint ? (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </>
  );
}

/** The ids that describe a field, or nothing. */
export function describedBy({ name, hint, error }: { name: string; hint?: string; error?: string }) {
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
