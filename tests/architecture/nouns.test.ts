import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { productFiles } from "../support/files";

/** What the other layers know by a name and `domain/` has no verbs of. */
const below = [
  "access",
  "budget",
  "calendar",
  "identity",
  "installation",
  "job",
  "page",
  "session",
  "write",
] as const;

/** Every entry of `domain/` is a noun: its folders, and the files that all of them use. */
const nouns = [
  ...readdirSync("domain", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith(".ts"))
    .map((entry) => path.parse(entry.name).name),
  ...below,
];
/** A language is its list of sections, and the index chooses among languages. */
const languages = new Set(["messages/index.ts", "messages/es-CO.ts", "messages/en.ts"]);
/** Tests of code without a noun are in the folder of the layer that they test. */
const layers = ["app", "components", "db", "lib", "scripts"];

const beginsWith = (name: string, words: readonly string[]) =>
  words.some((word) => name === word || name.startsWith(`${word}-`) || name.startsWith(`${word}_`));

const named = (files: readonly string[], words: readonly string[]) =>
  files.filter((file) => !beginsWith(path.parse(file).name, words));

const filesBelow = (folder: string) =>
  productFiles(new RegExp(`^${folder}/.*\\.(tsx?|sql)$`)).map((file) => file.path);

test.each(["db/schema", "db/queries", "db/functions", "messages"])(
  "the name of each file of %s begins with a noun of domain/, so that one search finds a concept in every layer",
  (folder) => {
    const files = filesBelow(folder).filter((file) => !languages.has(file));
    expect(named(files, nouns)).toEqual([]);
  },
);

test.each(["tests/unit", "tests/db"])("each folder of %s is a noun of domain/, or a layer", (folder) => {
  const folders = new Set(filesBelow(folder).map((file) => file.split("/")[2] ?? ""));
  expect(named([...folders], [...nouns, ...layers])).toEqual([]);
});

test("a noun that domain/ now has is not listed again as an exception", () => {
  const inDomain = readdirSync("domain");
  expect(below.filter((noun) => inDomain.includes(noun))).toEqual([]);
});
