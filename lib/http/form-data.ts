import { LARGEST_FORM_BYTES, MOST_FIELDS } from "./form-limits";
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

/** In one pass: to look all fields through for each name would take seconds of a form of many names. */
function objectOf(form: FormData, textOf: (text: string, name: string) => string): Values {
  const lists = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of form) {
    if (!NAME.test(name)) continue;
    const read = typeof value === "string" ? textOf(value, name) : value;
    const list = lists.get(name);
    if (list) list.push(read);
    else lists.set(name, [read]);
  }
  const object: Values = {};
  for (const [name, all] of lists) object[name] = all.length > 1 ? all : (all[0] ?? "");
  return object;
}

/** Whether it has no more fields, nor more text, than the longest form of ours. */
export function isOfOurSize(form: FormData): boolean {
  let fields = 0;
  let letters = 0;
  for (const [, value] of form) {
    fields += 1;
    if (typeof value === "string") letters += value.length;
  }
  return fields <= MOST_FIELDS && letters <= LARGEST_FORM_BYTES;
}
