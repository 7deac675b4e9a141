import { expect, test } from "vitest";
import { productFiles } from "../support/files";

const files = productFiles(/^(app|components)\/.*\.tsx$/);
const withText = (text: RegExp) => files.filter((file) => text.test(file.text)).map(({ path }) => path);

test("every form is the Form component, except lists, file uploads and the sign-out button", () => {
  expect(withText(/<form\b/).sort()).toEqual([
    "components/form/file-form.tsx",
    "components/form/filter-form.tsx",
    "components/form/form.tsx",
    "components/layout/account-menu.tsx",
  ]);
});

test("every form that takes typed input is validated in the browser with the schema of its action", () => {
  const typed = /<(?:TextField|TextAreaField|SelectField|RadioGroup|PasswordField|IdNumberField)\b/;
  const sent = files.filter(({ text }) => /<(?:Form|CounterForm)\b/.test(text) && typed.test(text));
  expect(sent.length).toBeGreaterThan(20);
  expect(sent.filter(({ text }) => !/\bschema\b/.test(text)).map(({ path }) => path)).toEqual([]);
});
