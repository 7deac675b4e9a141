import { expect, test } from "vitest";
import { productFiles } from "../support/files";

const files = productFiles(/^(app|components)\/.*\.tsx$/);
const withText = (text: RegExp) => files.filter((file) => text.test(file.text)).map(({ path }) => path);

test("every form is the Form component, except lists, file uploads, the search of the bar and the buttons of the menu", () => {
  expect(withText(/<form\b/).sort()).toEqual([
    "app/_frame/provider-choice.tsx",
    "app/_frame/search-box.tsx",
    "app/_offline/sign-out-form.tsx",
    "components/form/file-form.tsx",
    "components/form/filter-form.tsx",
    "components/form/form.tsx",
  ]);
});

test("every form that takes typed input is validated in the browser with the schema of its action", () => {
  const typed = /<(?:TextField|TextAreaField|SelectField|RadioGroup|PasswordField|IdNumberField)\b/;
  const sent = files.filter(({ text }) => /<(?:Form|CounterForm)\b/.test(text) && typed.test(text));
  expect(sent.length).toBeGreaterThan(20);
  expect(sent.filter(({ text }) => !/\bschema\b/.test(text)).map(({ path }) => path)).toEqual([]);
});

test("words cross to the browser in a provider of their part of the screen, never from component to component", () => {
  const found = productFiles(/^(app|components)\/.*\.tsx$/).flatMap(({ path, text }) =>
    [...text.matchAll(/<([\w.]+)(?:<\w+>)?[^<]*?\swords=\{/g)]
      .map(([, component]) => component ?? "")
      .filter((component) => !/(?:Words|Words\w*Provider|Context)$/.test(component))
      .map((component) => `${path}: ${component}`),
  );
  expect(found).toEqual([]);
});
