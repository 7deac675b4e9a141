import type { ReactNode } from "react";
import { cellClass } from "./field-look";

/** `id` defaults to the name; give one when several forms of a page have the same field. */
export type FieldWords = {
  name: string;
  id?: string;
  label: string;
  hint?: string;
  error?: string;
  /** A row of a slip. */
  cell?: boolean;
};

/** Prefix of an error, so that it is not marked by colour alone. The same in both languages. */
export const ERROR = "Error: ";

export const fieldClass = "mb-[1.1rem] min-w-0";
/** Error of one field. */
export const invalidClass = `${fieldClass} border-l-4 border-stop-text pl-3`;
export const labelClass = "col-span-full mb-[0.15rem] block font-bold";
export const hintClass = "col-span-full mb-[0.35rem] text-hint text-ink-soft";

/** Label, hint and error around one control, joined by ids: the field's own, `-hint` and `-error`. */
export function Frame({
  name,
  id = name,
  label,
  hint,
  error,
  cell = false,
  children,
}: FieldWords & { children: ReactNode }) {
  if (cell) {
    return (
      <div className={error ? `${cellClass} inset-shadow-[5px_0_var(--color-stop-text)]` : cellClass}>
        <label className="relative z-2 text-sm leading-[1.3] font-bold" htmlFor={id}>
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="relative z-2 m-0 text-sm leading-[1.3] text-ink-soft">
            {hint}
          </p>
        ) : null}
        {error ? (
          <p id={`${id}-error`} className="m-0 basis-full text-base leading-[1.3] font-bold text-stop-text">
            {error}
          </p>
        ) : null}
        {children}
      </div>
    );
  }
  return (
    <div className={error ? invalidClass : fieldClass}>
      <label className={labelClass} htmlFor={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function HintAndError({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={hintClass}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="col-span-full mb-[0.35rem] font-bold text-stop-text">
          {ERROR}
          {error}
        </p>
      ) : null}
    </>
  );
}

/** The ids that describe a field, or nothing. */
export function describedBy({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
