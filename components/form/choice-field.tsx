import type { ReactNode } from "react";
import { describedBy, fieldClass, HintAndError, invalidClass, labelClass } from "./field-frame";
import { type GroupLook, groupClass, optionClass, rowClass, tickClass } from "./field-look";

/** A checkbox. Checkboxes that share a name need an `id` each. */
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
          // React restores the initial tick when it resets the form; a new key makes it show the submitted one.
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
      // React restores the initial choice when it resets the form; a new key makes it show the submitted one.
      key={defaultValue}
      className={`${error ? invalidClass : fieldClass} ${groupClass[look]}`}
      aria-describedby={describedBy({ id: first, hint, error })}
    >
      <legend className={labelClass}>{legend}</legend>
      <HintAndError id={first} hint={hint} error={error} />
      {options.map((each, at) => {
        // The error summary links to the group's id, so the first option has it.
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
