import { expect, test } from "vitest";
import { compiledStyles } from "../support/compiled-styles";
import { productFiles } from "../support/files";

const sheets = productFiles(/^app\/styles\/.*\.css$/);
const markup = productFiles(/^(app|components)\/.*\.tsx?$/);

/** Classes of our own: what Tailwind's utilities cannot say. */
const own = new Set(
  sheets.flatMap(({ text }) =>
    [...text.replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)|"[^"]*"/g, "").matchAll(/\.([a-z][\w-]*)/g)].map(
      ([, name = ""]) => name,
    ),
  ),
);

/** The classes that stand in a className as they are; what a call puts together is not among them. */
function written(text: string): string[] {
  return [...text.matchAll(/className="([^"]*)"/g)]
    .flatMap(([, names = ""]) => names.split(/\s+/))
    .filter(Boolean);
}

test("every class of the markup is a utility of Tailwind or has a style", async () => {
  const unknown = markup.flatMap(({ path: file, text }) =>
    written(text)
      .filter((name) => !own.has(name))
      .map((name) => ({ file, name })),
  );
  const css = (await compiledStyles(unknown.map(({ name }) => name))).replaceAll("\\", "");
  expect(unknown.filter(({ name }) => !css.includes(`.${name}`))).toEqual([]);
});

test("every class of our own is used", () => {
  // "signal-" and "tag-" are put together from the name of a signal, "button-" from a kind of button.
  const all = markup.map(({ text }) => text).join("\n");
  const unused = [...own].filter(
    (name) => !new RegExp(`["'\`\\s]${name}["'\`\\s]`).test(all) && !/^(signal|tag|button)-/.test(name),
  );
  expect(unused).toEqual([]);
});
