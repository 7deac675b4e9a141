import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { productFiles } from "@/tests/support/files";

const checkout = process.cwd();
let folder: string;
afterEach(() => {
  process.chdir(checkout);
  rmSync(folder, { recursive: true, force: true });
});

test("without git, as in an archive of the sources, the product's files are those that .gitignore does not name", () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "hanna-zip-"));
  const ignored = [
    "node_modules/a.ts",
    ".next-test/b.ts",
    "lib/node_modules/c.ts",
    ".datos/d.ts",
    "e.tsbuildinfo",
    ".env",
  ];
  const own = [".env.example", "db/functions/order.sql", "lib/a.ts", "lib/next-env.ts"];
  for (const file of [...ignored, ...own]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), file);
  }
  writeFileSync(path.join(folder, ".gitignore"), "node_modules/\n.next*/\n.datos/\n*.tsbuildinfo\n.env\n");
  process.chdir(folder);
  expect(productFiles(/^(?!\.gitignore)/)).toEqual(own.map((file) => ({ path: file, text: file })));
});
