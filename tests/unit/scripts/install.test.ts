import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/* A checkout that holds its installer alone, and an npm that only notes how it was called. */
let checkout: string;
const inside = (name: string) => path.join(checkout, name);

beforeAll(() => {
  checkout = mkdtempSync(path.join(os.tmpdir(), "hanna-instala-"));
  mkdirSync(inside("node_modules"));
  for (const name of ["scripts/install.mjs", "scripts/patch-driver.mjs", "package-lock.json", "package.json"])
    cpSync(name, inside(name));
  writeFileSync(
    inside("npm.cjs"),
    'require("node:fs").appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n")',
  );
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

/** How npm was called by one start. */
function callsOfStart(): string[] {
  writeFileSync(inside("calls"), "");
  execFileSync(
    process.execPath,
    ["-e", 'import("./scripts/install.mjs").then((own) => own.ensureInstalled())'],
    {
      cwd: checkout,
      stdio: ["ignore", "ignore", "ignore"],
      env: { ...process.env, npm_execpath: inside("npm.cjs") },
    },
  );
  return readFileSync(inside("calls"), "utf8").split("\n").filter(Boolean);
}

test("an install brings what npm was told to omit, is not repeated, and is not taken for that of another machine", () => {
  const [first = ""] = callsOfStart();
  expect(first).toMatch(/^ci .*--include=dev .*--include=optional/);
  expect(callsOfStart()).toEqual([]);
  // A folder that a Mac and a container share holds the packages of who installed last.
  const stamp = inside("node_modules/.lock-digest");
  const [digest = "", machine = ""] = readFileSync(stamp, "utf8").split("\n");
  expect(machine).toContain(process.platform);
  writeFileSync(stamp, `${digest}\nanother-machine`);
  expect(callsOfStart()).toHaveLength(1);
  // Who installs in another way says with the digest alone that it is done.
  writeFileSync(stamp, digest);
  expect(callsOfStart()).toEqual([]);
});

test.each([
  ["20.18.3", false],
  ["20.19.0", true],
  ["21.7.3", false],
  ["22.12.0", false],
  ["22.13.0", true],
  ["23.11.0", false],
  ["24.0.0", true],
  ["26.1.0", true],
])("Node %s is accepted: %s, since packages run on no other", (version, accepted) => {
  const program = `Object.defineProperty(process.versions, "node", { value: "${version}" });
    import("./scripts/install.mjs").then((own) => own.requireNode())`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", program], {
    cwd: checkout,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(accepted ? 0 : 1);
  if (!accepted) expect(stderr).toContain(`este es ${version}`);
});
