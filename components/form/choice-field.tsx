import type { ReactNode } from "react";
import { describedBy, fieldClass, HintAndError, invalidClass, labelClass } from "./field-frame";
import { type GroupLook, groupClass, optionClass, rowClass, tickClass } from "./field-look";

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
    <div className={error ? invalidClass : fieldClass}>
      <HintAndError id={id} error={error} />
      <label className={`${optionClass} ${rowClass.list}`} htmlFor={id}>
        <input
          // React keeps the first tick when its form is reset; a new key shows what was sent.
          key={String(defaultChecked)}
          id={id}
          name={name}
          type="checkbox"
          className={tickClass}
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
  look = "list",
}: {
  name: string;
  id?: string;
  legend: string;
  hint?: string;
  options: { value: string; label: string; hint?: string }[];
  error?: string;
  defaultValue?: string;
  look?: GroupLook;
}) {
  return (
    <fieldset
      // React keeps the first choice when its form is reset; a new key shows what was sent.
      key={defaultValue}
      className={`${error ? invalidClass : fieldClass} ${groupClass[look]}`}
      aria-describedby={describedBy({ id: first, hint, error })}
    >
      <legend className={labelClass}>{legend}</legend>
      <HintAndError id={first} hint={hint} error={error} />
      {options.map((each, at) => {
        // The summary's link goes to the group's id, so the first option carries it.
        const id = at === 0 ? first : `${first}-${each.value}`;
        return (
          <label key={each.value} className={`${optionClass} ${rowClass[look]}`} htmlFor={id}>
            <input
              id={id}
              name={name}
              type="radio"
              className={tickClass}
              value={each.value}
              defaultChecked={each.value === defaultValue}
            />
            <span>
              {each.label}
              {each.hint ? <span className="block text-hint text-ink-soft">{each.hint}</span> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
