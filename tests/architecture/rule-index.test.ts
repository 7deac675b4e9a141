import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("every path named in domain/README.md exists", () => {
  const places = [
    ...readFileSync("domain/README.md", "utf8").matchAll(/`((?:domain|db|messages)\/[^`]+)`/g),
  ].map((match) => match[1] ?? "");
  expect(places.length).toBeGreaterThan(10);
  expect(places.filter((place) => !existsSync(place))).toEqual([]);
});

test.each(["README.md", "LEAME.md", "CONTRIBUTING.md", "docs/manual.md", "docs/architecture.md"])(
  "every file and command that %s names exists",
  (page) => {
    const text = readFileSync(page, "utf8");
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(path.join(path.dirname(page), link)))).toEqual([]);
    const files = [
      ...text.matchAll(/`((?:app|components|db|docs|domain|lib|messages|model|tests)\/[^`…<]+)`/g),
    ].map((match) => match[1] ?? "");
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? "");
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  },
);

test("architecture decisions are numbered without gaps", () => {
  const numbers = readdirSync("docs/decisions")
    .map((name) => Number(name.slice(0, 3)))
    .sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index));
});
