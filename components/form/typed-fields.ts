import type { FormValues } from "./form-state";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Field of the idempotency key. */
export const KEY_FIELD = "key";

const UNKEPT = new Set(["password", "file", "hidden", "submit", "button", "reset"]);

/** Values that a person typed or chose, without secrets. */
function isTypedInto(element: Element): element is Field {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  if (!isField || element.name === "") return false;
  // The idempotency key stays with the values: sent again, they are the same write.
  if (element.name === KEY_FIELD) return true;
  // A password remains a secret while it is shown as text, and so do a code of the second factor and a PIN.
  return !UNKEPT.has(element.type) && !/password|factorCode|pin/i.test(element.name);
}

const fieldsOf = (form: HTMLFormElement) => [...form.elements].filter(isTypedInto);

const isBox = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";

/** Current values of the visible fields. */
export function typedIn(form: HTMLFormElement): FormValues {
  const typed: FormValues = {};
  for (const field of fieldsOf(form)) {
    if (isBox(field) && !field.checked) continue;
    const before = typed[field.name];
    typed[field.name] = before === undefined ? field.value : [before, field.value].flat();
  }
  return typed;
}

/**
 * Restores earlier values into the fields, except those that somebody has changed meanwhile. Texts come first, because
 * a choice may fill in its usual text where there is none. The idempotency key is the form's own to restore.
 */
export function fillIn(form: HTMLFormElement, values: FormValues): void {
  const fields = fieldsOf(form).filter(({ name }) => name !== KEY_FIELD);
  const keptOf = ({ name }: Field) => [values[name] ?? []].flat();
  for (const field of fields) {
    const [text] = keptOf(field);
    if (!isBox(field) && text !== undefined) write(field, text);
  }
  for (const field of fields) if (isBox(field)) tick(field, keptOf(field).includes(field.value));
}

function tick(box: HTMLInputElement, on: boolean): void {
  const isTouched = box.checked !== box.defaultChecked;
  // A radio is cleared by choosing another one.
  if (isTouched || box.checked === on || (box.type === "radio" && !on)) return;
  box.click();
}

function write(field: Field, text: string): void {
  if (field.value === text) return;
  if (!(field instanceof HTMLSelectElement) && field.value !== field.defaultValue) return;
  // Bypasses React's value tracker, which would ignore the event otherwise.
  Reflect.set(Object.getPrototypeOf(field), "value", text, field);
  for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
  if (text !== "") field.closest("details")?.setAttribute("open", "");
}
