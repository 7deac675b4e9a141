import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every place that domain/README.md names exists", () => {
  const paths = [
    ...readFileSync("domain/README.md", "utf8").matchAll(/`((?:domain|db|messages)\/[^`]+)`/g),
  ].map((match) => match[1] ?? "");
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("every file and command that README.md names exists", () => {
  const readme = readFileSync("README.md", "utf8");
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const commands = [...readme.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? "");
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
});

test("decisions are numbered without gaps", () => {
  const numbers = readdirSync("docs/decisions")
    .map((name) => Number(name.slice(0, 3)))
    .sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index));
});
