import type { FormValues } from "./form-state";

const neverReturned = /password|token|contrasena/i;

/** A posted form as an object: repeated names (checkboxes) become lists, files stay files. */
export function formObject(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const object: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION_")) continue;
    const all = form.getAll(name);
    object[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return object;
}

/** The text of a posted form, without secrets, to fill the form again. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(formObject(form))) {
    if (neverReturned.test(name)) continue;
    if (typeof value === "string") values[name] = value;
    else if (Array.isArray(value)) values[name] = value.filter((item) => typeof item === "string");
  }
  return values;
}
