import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureBuilt } from "@/scripts/build";

let root: string;

/** A folder with one source and a build command that adds a line to the output each time it runs. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "hanna-build-"));
  const command = path.join(root, "node_modules/next/dist/bin/next");
  mkdirSync(path.dirname(command), { recursive: true });
  writeFileSync(
    command,
    `const fs = require("node:fs");
     fs.mkdirSync(".next", { recursive: true });
     fs.appendFileSync(".next/BUILD_ID", "x");`,
  );
  writeFileSync(path.join(root, "proxy.ts"), "one");
});
afterEach(() => rmSync(root, { recursive: true }));

const builds = () => readFileSync(path.join(root, ".next/BUILD_ID"), "utf8").length;
const build = (env: Record<string, string>) => ensureBuilt(root, env);
const key = (text: string) => ({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text });

test("two demonstrations of one checkout share a build, whatever their keys", async () => {
  await build({ DEMO: "1", ...key("first") });
  await build({ DEMO: "1", ...key("second") });
  expect(builds()).toBe(1);
});

test("a changed source, or another key of an installation of its own, builds again", async () => {
  await build(key("first"));
  await build(key("first"));
  expect(builds()).toBe(1);
  await build(key("second"));
  expect(builds()).toBe(2);
  writeFileSync(path.join(root, "proxy.ts"), "two");
  await build(key("second"));
  expect(builds()).toBe(3);
});
