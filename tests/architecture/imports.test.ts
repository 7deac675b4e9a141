import path from "node:path";
import { expect, test } from "vitest";
import { sourceFolders } from "@/scripts/build";
import { findCircle, type Import, ownImports } from "@/tests/support/import-graph";

/** Layers from top to bottom. An import, by value or by type, goes to the same layer or to a lower one. */
const layers = ["app", "components", "domain", "db", "model", "lib"];
/** The texts that people read stand beside the layers. */
const readsTexts = /^(?:app|components|domain|messages)\//;
const belowTexts = /^(?:messages|model|lib)\//;

const imports = ownImports(/^(?:app|components|domain|db|model|lib|messages)\/.*\.tsx?$/);
const layerOf = (file: string) => layers.indexOf(file.split("/")[0] ?? "");

function goesDown({ from, to }: Import): boolean {
  if (to.startsWith("messages/")) return readsTexts.test(from);
  if (from.startsWith("messages/")) return belowTexts.test(to);
  return layerOf(to) >= layerOf(from);
}

/** A route uses its own folder, those above it, and their private ones ("_answer"). */
function isOwnRoute({ from, to }: Import): boolean {
  if (!from.startsWith("app/") || !to.startsWith("app/")) return true;
  const holder = path.posix.dirname(to).replace(/\/_[^/]+(?:\/.*)?$/, "");
  return from.startsWith(`${holder}/`);
}

const lines = (wrong: readonly Import[]) => wrong.map(({ from, to }) => `${from} imports ${to}`);

test("every import of a value or a type goes down the layers: app > components > domain > db > model > lib", () => {
  expect(imports.length).toBeGreaterThan(1_500);
  expect(lines(imports.filter((each) => !goesDown(each)))).toEqual([]);
});

test("no route imports from another route", () => {
  expect(lines(imports.filter((each) => !isOwnRoute(each)))).toEqual([]);
});

test("there are no circular imports", () => {
  expect(findCircle(imports)).toBeNull();
});

test("a change in any folder that the product imports from triggers a new build", () => {
  const folders = imports.flatMap(({ from, to }) => [from, to]).map((file) => file.split("/")[0]);
  expect([...new Set(folders)].filter((folder) => folder && !sourceFolders.includes(folder))).toEqual([]);
});

test("the import check finds an upward, a sideways and a circular import", () => {
  expect(goesDown({ from: "db/queries/a.ts", to: "domain/b.ts" })).toBe(false);
  expect(goesDown({ from: "db/queries/a.ts", to: "messages/index.ts" })).toBe(false);
  expect(goesDown({ from: "messages/en.ts", to: "domain/b.ts" })).toBe(false);
  expect(goesDown({ from: "domain/b.ts", to: "db/queries/a.ts" })).toBe(true);
  expect(isOwnRoute({ from: "app/admin/a/page.tsx", to: "app/admin/b/form.tsx" })).toBe(false);
  expect(isOwnRoute({ from: "app/admin/a/page.tsx", to: "app/admin/_b/form.tsx" })).toBe(true);
  const round = [
    { from: "a", to: "b" },
    { from: "b", to: "c" },
    { from: "c", to: "b" },
  ];
  expect(findCircle(round)).toEqual(["b", "c", "b"]);
  expect(findCircle(round.slice(0, 2))).toBeNull();
});
