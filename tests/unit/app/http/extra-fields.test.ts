import { expect, test } from "vitest";
import { SignInInput } from "@/domain/account/schema";
import { cleanForm } from "@/lib/http/form-data";

function form(fields: [string, string][]): FormData {
  const sent = new FormData();
  for (const [name, value] of fields) sent.append(name, value);
  return sent;
}
const right: [string, string][] = [
  ["email", "ana@ejemplo.co"],
  ["password", "una frase de muchas letras"],
];

test("a field that the schema does not name is dropped, so that nobody sets a role or an owner by adding one", () => {
  const { object } = cleanForm(form([...right, ["role", "administrator"], ["providerId", "1"]]));
  const read = SignInInput.parse(object);
  expect(Object.keys(read)).not.toContain("role");
  expect(Object.keys(read)).not.toContain("providerId");
});

test("a field that is sent twice is refused where one text is asked for, never read as its first or last", () => {
  const { object } = cleanForm(form([...right, ["email", "otra@ejemplo.co"]]));
  expect(object.email).toEqual(["ana@ejemplo.co", "otra@ejemplo.co"]);
  expect(SignInInput.safeParse(object).success).toBe(false);
});

test("names of the prototype are no fields", () => {
  const { object } = cleanForm(
    form([...right, ["__proto__", "x"], ["constructor", "x"], ["prototype", "x"]]),
  );
  expect(Object.keys(object)).toEqual(["email", "password"]);
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
});
