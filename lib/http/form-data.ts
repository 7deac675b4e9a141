import { cleanText, mendedText } from "./text";

const neverReturned = /password|token|contrasena|factorCode/i;

/** Names of fields as our pages write them. Others reach no schema. */
const NAME = /^(?!constructor$|prototype$)[a-z][\w.-]{0,59}$/i;

type Values = Record<string, FormDataEntryValue | FormDataEntryValue[]>;

/**
 * A posted form as an object: repeated names (checkboxes) become lists, files stay files, and every text is in the
 * one clean form. `faults` names the fields whose text cannot be read.
 */
export function cleanForm(form: FormData): { object: Values; faults: Record<string, "unreadable"> } {
  const faults: Record<string, "unreadable"> = {};
  const object = objectOf(form, (text, name) => {
    const clean = cleanText(text);
    if (clean === null) faults[name] = "unreadable";
    return clean ?? "";
  });
  return { object, faults };
}

/**
 * The same faults for a page that names them by field: at the field itself where it is one of `fields`, which have
 * words for it, else at the first of them. Whatever else was sent along, the page says that it was not taken.
 */
export function unreadableFaults(form: FormData, fields: readonly [string, ...string[]]) {
  const names = Object.keys(cleanForm(form).faults);
  return Object.fromEntries(
    names.map((name) => [fields.includes(name) ? name : fields[0], "unreadable" as const]),
  );
}

/** The text of a posted form, without secrets and without what cannot be read, to fill the form again. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(objectOf(form, mendedText))) {
    if (neverReturned.test(name)) continue;
    if (typeof value === "string") values[name] = value;
    else if (Array.isArray(value)) values[name] = value.filter((item) => typeof item === "string");
  }
  return values;
}

function objectOf(form: FormData, textOf: (text: string, name: string) => string): Values {
  const object: Values = {};
  for (const name of new Set(form.keys())) {
    if (!NAME.test(name)) continue;
    const all = form.getAll(name).map((value) => (typeof value === "string" ? textOf(value, name) : value));
    object[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return object;
}
