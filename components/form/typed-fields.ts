import type { FormValues } from "./form-state";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const UNKEPT = new Set(["password", "file", "hidden", "submit", "button", "reset"]);

/** What a person types or chooses, without secrets. */
function isTypedInto(element: Element): element is Field {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  if (!isField || element.name === "") return false;
  // What makes a second sending the same write comes back with what was sent.
  if (element.name === "key") return true;
  // A password stays a secret while it is shown as text.
  return !UNKEPT.has(element.type) && !/password/i.test(element.name);
}

const fieldsOf = (form: HTMLFormElement) => [...form.elements].filter(isTypedInto);

const isBox = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";

/** What stands in the fields that a person types into. */
export function typedIn(form: HTMLFormElement): FormValues {
  const typed: FormValues = {};
  for (const field of fieldsOf(form)) {
    if (isBox(field) && !field.checked) continue;
    const before = typed[field.name];
    typed[field.name] = before === undefined ? field.value : [before, field.value].flat();
  }
  return typed;
}

/** Puts what was typed before into the fields; what somebody typed meanwhile stays. */
export function fillIn(form: HTMLFormElement, values: FormValues): void {
  for (const field of fieldsOf(form)) {
    const kept = [values[field.name] ?? []].flat();
    if (isBox(field)) tick(field, kept.includes(field.value));
    else if (kept[0] !== undefined) write(field, kept[0]);
  }
}

function tick(box: HTMLInputElement, on: boolean): void {
  const isTouched = box.checked !== box.defaultChecked;
  // One radio is turned off by another one.
  if (isTouched || box.checked === on || (box.type === "radio" && !on)) return;
  box.click();
}

function write(field: Field, text: string): void {
  if (field.value === text) return;
  if (!(field instanceof HTMLSelectElement) && field.value !== field.defaultValue) return;
  // Past React's own setter, which would take the event for one that changes nothing.
  Reflect.set(Object.getPrototypeOf(field), "value", text, field);
  for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
  if (text !== "") field.closest("details")?.setAttribute("open", "");
}
