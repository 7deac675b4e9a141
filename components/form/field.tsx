import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { describedBy, type FieldWords, Frame } from "./field-frame";
import {
  asideInCell,
  cellDigitsClass,
  cellSelectClass,
  digitsClass,
  fileClass,
  inputClass,
} from "./field-look";

/** Types for which phones have a keypad of their own. */
const keypads: Partial<Record<string, "email" | "tel">> = { email: "email", tel: "tel" };

export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  defaultValue,
  autoComplete,
  type = "text",
  inputMode = keypads[type],
  digits = false,
  capitals = false,
  maxLength,
  list,
  placeholder,
  aside,
  cell = false,
  describedBy: also,
}: FieldWords & {
  defaultValue?: string;
  inputMode?: "text" | "numeric" | "tel" | "email" | "decimal" | "search";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  type?: "text" | "email" | "tel" | "date" | "search";
  /** Large, spaced digits, to compare with paper. */
  digits?: boolean;
  /** Makes phones type capital letters, as the value has them. */
  capitals?: boolean;
  maxLength?: number;
  /** Id of a datalist with suggestions. */
  list?: string;
  /** Blank only: it lets CSS see whether something was typed. */
  placeholder?: " ";
  /** A button beside the field. */
  aside?: ReactNode;
  /** Id of another element that describes the field. */
  describedBy?: string;
}) {
  const look = digits ? `${inputClass} min-h-14 ${digitsClass}` : `${inputClass} min-h-14`;
  const described = [describedBy({ id, hint, error }), also].filter(Boolean).join(" ");
  const input = (
    <input
      id={id}
      name={name}
      type={type}
      className={cell ? cellDigitsClass : look}
      defaultValue={defaultValue}
      inputMode={inputMode}
      autoCapitalize={capitals ? "characters" : undefined}
      autoComplete={autoComplete}
      maxLength={maxLength}
      list={list}
      placeholder={placeholder}
      spellCheck={digits ? false : undefined}
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    />
  );
  return (
    <Frame name={name} id={id} label={label} hint={hint} error={error} cell={cell}>
      {aside ? (
        <div className={cell ? asideInCell : "flex items-stretch gap-2"}>
          {input}
          {aside}
        </div>
      ) : (
        input
      )}
    </Frame>
  );
}

export function TextAreaField({
  name,
  id = name,
  label,
  hint,
  error,
  defaultValue,
  rows = 4,
  maxLength,
}: FieldWords & { defaultValue?: string; rows?: number; maxLength?: number }) {
  return (
    <Frame name={name} id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        name={name}
        className={`${inputClass} min-h-32 leading-[1.4]`}
        defaultValue={defaultValue}
        rows={rows}
        maxLength={maxLength}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

export function SelectField({
  name,
  id = name,
  label,
  hint,
  error,
  defaultValue,
  options,
  emptyLabel,
  autoComplete,
  cell = false,
}: FieldWords & {
  defaultValue?: string;
  options: { value: string; label: string }[];
  /** Label of a first option without a value. */
  emptyLabel?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
}) {
  return (
    <Frame name={name} id={id} label={label} hint={hint} error={error} cell={cell}>
      <select
        // React restores the initial choice when it resets the form; a new key makes it show the submitted one.
        key={defaultValue}
        id={id}
        name={name}
        className={cell ? cellSelectClass : `${inputClass} min-h-14 text-ellipsis`}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function FileField({ name, id = name, label, hint, error, accept }: FieldWords & { accept: string }) {
  return (
    <Frame name={name} id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        className={fileClass}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}
