import { expect, test } from "vitest";
import { compiledStyles } from "../support/compiled-styles";
import { productFiles } from "../support/files";

const sheets = productFiles(/^app\/styles\/.*\.css$/);
const markup = productFiles(/^(app|components)\/.*\.tsx?$/);
const bare = (css: string) => css.replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)|"[^"]*"/g, "");
const names = (text: string) => text.split(/\s+/).filter(Boolean);

/** The texts of a file that can hold classes, without what a call puts into them. */
const texts = (text: string): string[] =>
  [...text.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map(([, plain, template]) =>
    (plain ?? template ?? "").replace(/\S*\$\{[^}]*\}\S*/g, " "),
  );

/** The classes that the build has a style for. */
async function styled(tokens: Iterable<string>): Promise<Set<string>> {
  const css = await compiledStyles([...tokens]);
  return new Set(
    [...bare(css).matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = ""]) => name.replaceAll("\\", "")),
  );
}

test("every class used in the markup has a style, and every named style is used", async () => {
  const lists = markup.flatMap(({ path: file, text }) => [
    ...[...text.matchAll(/className="([^"]*)"/g)].map(([, list = ""]) => ({ file, list, surely: true })),
    ...texts(text).map((list) => ({ file, list, surely: false })),
  ]);
  const known = await styled(new Set(lists.flatMap(({ list }) => names(list))));
  // A string most of whose words are classes counts as a list of classes.
  const isList = (list: string) => {
    const words = names(list);
    return words.length >= 3 && words.filter((name) => known.has(name)).length > words.length / 2;
  };
  const unknown = lists
    .filter(({ list, surely }) => surely || isList(list))
    .flatMap(({ file, list }) => names(list).map((name) => ({ file, name })))
    .filter(({ name }) => !known.has(name) && !/^group(\/\w+)?$/.test(name));
  expect(unknown).toEqual([]);
});

test("style sheets name no classes: a shared look is a component, a state is a data attribute", () => {
  const named = sheets.flatMap(({ path: file, text }) =>
    [...text.replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)|"[^"]*"/g, "").matchAll(/\.[a-z][\w-]*/g)].map(
      ([name]) => ({ file, name }),
    ),
  );
  expect(named).toEqual([]);
});

test("our own styles stay small and do not repeat Tailwind utilities", () => {
  expect(sheets.filter(({ text }) => text.includes("@apply")).map(({ path }) => path)).toEqual([]);
  expect(sheets.flatMap(({ text }) => text.trimEnd().split("\n")).length).toBeLessThanOrEqual(400);
});
