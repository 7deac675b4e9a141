import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { productFiles } from "../support/files";

const documents = productFiles(
  /^(?:README|LEAME|CONTRIBUTING)\.md$|^(?:docs\/(?:architecture|glossary|manual|operations|order-code|proof|performance)|domain\/README|db\/demo\/README)\.md$/,
);
const folders = readdirSync(".", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
  .map(({ name }) => name);
const tracked = productFiles(/\.(?:tsx?|sql|mjs|css)$/).map(({ path: file }) => file);
const npmWords = new Set(["ci", "install", "pack", "run", "exec"]);

/** Marks that show a kind of path and not one of its own: `…`, `<noun>`, a star. */
const isPattern = (word: string) => /[…<>*{}]/.test(word);
const isPath = (word: string) => folders.includes(word.split("/")[0] ?? "") && word.includes("/");
const inCode = (text: string) =>
  [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) => code.split(" "));
const linked = (text: string) =>
  [...text.matchAll(/\]\((?!https?:|mailto:)([^)#]+)/g)].map(([, to = ""]) => to);

test("each document that a newcomer reads is there", () => {
  expect(documents.length).toBe(12);
});

test.each(documents)("$path names only files and folders that exist", ({ path: file, text }) => {
  const named = inCode(text)
    .map((word) => word.replace(/[.,:;]$/, ""))
    .filter((word) => isPath(word) && !isPattern(word));
  const links = linked(text).map((to) => path.posix.join(path.posix.dirname(file), to));
  expect([...named, ...links].filter((each) => !existsSync(each))).toEqual([]);
});

test.each(documents)("$path names no file that has gone, also where it leaves out the folder", ({ text }) => {
  const named = inCode(text).filter((word) => /^[\w./-]+\.(?:tsx?|sql|mjs|css)$/.test(word) && !isPath(word));
  expect(named.filter((name) => !tracked.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
});

test.each(documents)("$path names only commands of npm that exist", ({ text }) => {
  const scripts = new Set(Object.keys(packageFile.scripts));
  const named = [...text.matchAll(/\bnpm (?:run )?(?:-s )?([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !scripts.has(name) && !npmWords.has(name))).toEqual([]);
});

test("each decision has context, alternatives, consequences and a link to what it rests on that exists", () => {
  const decisions = productFiles(/^docs\/decisions\/(?!000)\d{3}-.*\.md$/);
  expect(decisions.length).toBeGreaterThan(50);
  const parts = ["**Context.**", "**Decision.**", "**Alternatives.**", "**Consequences.**"];
  const wrong = decisions.flatMap(({ path: file, text }) => [
    ...parts.filter((part) => !text.includes(part)).map((part) => `${file}: no ${part}`),
    ...(/\]\(|https:/.test(text) ? [] : [`${file}: no link`]),
    ...linked(text)
      .map((to) => path.posix.join("docs/decisions", to))
      .filter((to) => !existsSync(to))
      .map((to) => `${file}: ${to}`),
  ]);
  expect(wrong).toEqual([]);
});

test("each decision that a document names exists", () => {
  const numbers = new Set(readdirSync("docs/decisions").map((name) => name.slice(0, 3)));
  const wrong = documents.flatMap(({ path: file, text }) =>
    [...text.matchAll(/\b(?:ADR|decisión|decision) (\d{3})\b/g)]
      .filter(([, number = ""]) => !numbers.has(number))
      .map(([, number]) => `${file}: ${number}`),
  );
  expect(wrong).toEqual([]);
});

test("the version of Node that is asked for is the one of package.json", () => {
  const least = packageFile.engines.node.replace(">=", "");
  for (const file of ["README.md", "LEAME.md"]) expect(readFileSync(file, "utf8"), file).toContain(least);
});
