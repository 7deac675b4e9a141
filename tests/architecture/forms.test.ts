import { expect, test } from "vitest";
import { productFiles } from "../support/files";

const files = productFiles(/^(app|components)\/.*\.tsx$/);
const withText = (text: RegExp) => files.filter((file) => text.test(file.text)).map(({ path }) => path);

test("what is sent is sent with Form; a list, a file and signing out need none of what it does", () => {
  expect(withText(/<form\b/).sort()).toEqual([
    "components/form/file-form.tsx",
    "components/form/filter-form.tsx",
    "components/form/form.tsx",
    "components/layout/account-menu.tsx",
  ]);
});

test("every form whose action takes what a person typed is checked in the browser by the action's schema", () => {
  const typed = /<(?:TextField|TextAreaField|SelectField|RadioGroup|PasswordField|IdNumberField)\b/;
  const sent = files.filter(({ text }) => /<(?:Form|CounterForm)\b/.test(text) && typed.test(text));
  expect(sent.length).toBeGreaterThan(20);
  expect(sent.filter(({ text }) => !/\bschema\b/.test(text)).map(({ path }) => path)).toEqual([]);
});
