import { existsSync, readFileSync } from "node:fs";
import { productFiles } from "./files";

const titleOf =
  /\btest(?:\.(?:each|concurrent|for)(?:\([\s\S]*?\))?|\.\w+)*\(\s*(["'`])((?:\\.|(?!\1)[\s\S])*)\1/g;

const cached = new Map<string, string>();

/** The titles of a test file as they are written, with the names of what they are repeated for. */
function titlesOf(file: string): string[] {
  const text = cached.get(file) ?? readFileSync(file, "utf8");
  cached.set(file, text);
  return [...text.matchAll(titleOf)].map(([, , title = ""]) => title);
}

/** A test that a document names: `tests/….ts` “its title”. */
export type TestReference = { file: string; title: string };

export function testReferences(text: string): TestReference[] {
  return [...text.matchAll(/`(tests\/[^`]+\.(?:test|spec)\.ts)` “([^”]+)”/g)].map(
    ([, file = "", title = ""]) => ({ file, title }),
  );
}

/** The references that name a file or a title that does not exist. */
export function missingTests(references: readonly TestReference[]): string[] {
  return references
    .filter(({ file, title }) => !existsSync(file) || !titlesOf(file).includes(title))
    .map(({ file, title }) => `${file}: ${title}`);
}

/** Files that a document names in code marks and that do not exist. */
export function missingFiles(text: string): string[] {
  const tracked = new Set(productFiles(/./).map(({ path }) => path));
  return [
    ...text.matchAll(
      /`((?:app|components|db|docs|domain|lib|messages|model|public|scripts|tests)\/[^`\s]+)`/g,
    ),
  ]
    .map(([, file = ""]) => file)
    .filter((file) => !file.endsWith("/") && !tracked.has(file));
}
