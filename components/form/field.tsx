import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";

import { describedBy, type FieldWords, Frame, HintAndError } from "./field-frame";

export { PasswordField } from "./password-field";

export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  defaultValue,
  inputMode,
  autoComplete,
  type = "text",
  digits = false,
  capitals = false,
  maxLength,
  list,
  aside,
}: FieldWords & {
  defaultValue?: string;
  inputMode?: "text" | "numeric" | "tel" | "email" | "decimal" | "search";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  type?: "text" | "email" | "tel" | "date" | "search";
  /** Large, spaced figures, to be compared with paper. */
  digits?: boolean;
  /** Phones begin with capital letters, as the value has them. */
  capitals?: boolean;
  maxLength?: number;
  /** Id of a datalist with suggestions. */
  list?: string;
  /** A key beside the field. */
  aside?: ReactNode;
}) {
  const input = (
    <input
      id={id}
      name={name}
      type={type}
      className={digits ? "input digits" : "input"}
      defaultValue={defaultValue}
      inputMode={inputMode}
      autoCapitalize={capitals ? "characters" : undefined}
      autoComplete={autoComplete}
      maxLength={maxLength}
      list={list}
      spellCheck={digits ? false : undefined}
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error ? true : undefined}
    />
  );
  return (
    <Frame name={name} id={id} label={label} hint={hint} error={error}>
      {aside ? (
        <div className="flex items-stretch gap-2">
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
        className="input"
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
}: FieldWords & {
  defaultValue?: string;
  options: { value: string; label: string }[];
  /** First entry, with no value. */
  emptyLabel?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
}) {
  return (
    <Frame name={name} id={id} label={label} hint={hint} error={error}>
      <select
        // React keeps a select's first choice when its form is reset; a new key shows what was sent.
        key={defaultValue}
        id={id}
        name={name}
        className="input"
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

/** One box. Boxes that share a name need an `id` each. */
export function CheckboxField({
  name,
  id = name,
  value = "1",
  label,
  hint,
  error,
  defaultChecked,
}: {
  name: string;
  id?: string;
  value?: string;
  label: ReactNode;
  hint?: string;
  error?: string;
  defaultChecked?: boolean;
}) {
  return (
    <div className={error ? "field field-invalid" : "field"}>
      <HintAndError id={id} error={error} />
      <label className="option" htmlFor={id}>
        <input
          // React keeps the first tick when its form is reset; a new key shows what was sent.
          key={String(defaultChecked)}
          id={id}
          name={name}
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      <HintAndError id={id} hint={hint} />
    </div>
  );
}

export function RadioGroup({
  name,
  id: first = name,
  legend,
  hint,
  options,
  error,
  defaultValue,
}: {
  name: string;
  id?: string;
  legend: string;
  hint?: string;
  options: { value: string; label: string; hint?: string }[];
  error?: string;
  defaultValue?: string;
}) {
  return (
    <fieldset
      // React keeps the first choice when its form is reset; a new key shows what was sent.
      key={defaultValue}
      className={error ? "field field-invalid" : "field"}
      aria-describedby={describedBy({ id: first, hint, error })}
    >
      <legend>{legend}</legend>
      <HintAndError id={first} hint={hint} error={error} />
      {options.map((option, at) => {
        // The summary's link goes to the group's id, so the first option carries it.
        const id = at === 0 ? first : `${first}-${option.value}`;
        return (
          <label key={option.value} className="option" htmlFor={id}>
            <input
              id={id}
              name={name}
              type="radio"
              value={option.value}
              defaultChecked={option.value === defaultValue}
            />
            <span>
              {option.label}
              {option.hint ? <span className="hint">{option.hint}</span> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
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
        className="input file-input"
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}
