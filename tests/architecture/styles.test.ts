import { expect, test } from "vitest";
import { compiledStyles } from "../support/compiled-styles";
import { productFiles } from "../support/files";

const sheets = productFiles(/^app\/styles\/.*\.css$/);
const markup = productFiles(/^(app|components)\/.*\.tsx?$/);

/** The classes that stand in a className as they are; what a call puts together is not among them. */
function written(text: string): string[] {
  return [...text.matchAll(/className="([^"]*)"/g)]
    .flatMap(([, names = ""]) => names.split(/\s+/))
    .filter(Boolean);
}

test("every class of the markup is a utility of Tailwind", async () => {
  const classes = markup.flatMap(({ path: file, text }) => written(text).map((name) => ({ file, name })));
  const css = (await compiledStyles(classes.map(({ name }) => name))).replaceAll("\\", "");
  expect(classes.filter(({ name }) => !css.includes(`.${name}`))).toEqual([]);
});

test("a style sheet names no class: what looks alike is a component, and what a rule needs is a data attribute", () => {
  const named = sheets.flatMap(({ path: file, text }) =>
    [...text.replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)|"[^"]*"/g, "").matchAll(/\.[a-z][\w-]*/g)].map(
      ([name]) => ({ file, name }),
    ),
  );
  expect(named).toEqual([]);
});
