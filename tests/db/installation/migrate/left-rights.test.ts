import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { checkoutVersion, type DatabaseVersion, isUpToDate } from "@/db/version";
import { newDatabase } from "@/tests/support/new-database";

const root = mkdtempSync(path.join(os.tmpdir(), "hanna-permisos-"));
const grants = path.join(root, "db/functions/access_grants.sql");
const reads = {
  table: "select from branch",
  column: "select email from person",
  function: "select nit_has_owner('1')",
};
let url: string;

/** Deploys a checkout whose grants are ours and these. */
function deploy(...more: readonly string[]) {
  cpSync("db/functions/access_grants.sql", grants);
  appendFileSync(grants, more.map((right) => `${right};\n`).join(""));
  return migrateDatabase(url, root);
}

beforeAll(async () => {
  mkdirSync(path.join(root, "db"));
  for (const folder of ["functions", "migrations"])
    cpSync(`db/${folder}`, path.join(root, "db", folder), { recursive: true });
  url = await newDatabase(`permisos_${process.pid}`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Which of the reads a process of the provider role may do. */
async function mayRead(): Promise<string[]> {
  const provider = connect(url, "app_provider", 1);
  const answers = await Promise.all(
    Object.entries(reads).map(async ([name, statement]) => {
      const refused = await provider.unsafe(statement).then(
        () => null,
        (error: Error & { code: string }) => error.code,
      );
      expect([null, "42501"]).toContain(refused);
      return refused ? [] : [name];
    }),
  );
  await provider.end();
  return answers.flat();
}

const former = [
  "grant select on branch to app_provider",
  "grant select (email) on person to app_provider",
  "grant execute on function nit_has_owner to app_provider",
];

test("a new installation gives what the files say, and nothing is left to end", async () => {
  expect(await deploy()).toEqual({ rightsLeft: false });
  expect(await mayRead()).toEqual([]);
});

test("processes of the version before keep a right that the new one does not give until the next change", async () => {
  await deploy(...former);
  expect(await mayRead()).toEqual(Object.keys(reads));
  expect(await deploy()).toEqual({ rightsLeft: true });
  expect(await mayRead()).toEqual(Object.keys(reads));
  // The next version: what the last one left ends, and what that one gave is left in its turn.
  expect(await deploy("grant select on counter to app_provider")).toEqual({ rightsLeft: false });
  expect(await mayRead()).toEqual([]);
});

/** Whether processes of a version say that they can work. */
async function isServed(version: DatabaseVersion): Promise<boolean> {
  const owner = connect(url, null, 1);
  const rows = await owner<{ key: string; value: string }[]>`select key, value from installation`;
  await owner.end();
  return isUpToDate(version, new Map(rows.map(({ key, value }) => [key, value])));
}

test("the same version migrated again ends it after an hour, and not before", async () => {
  await deploy(...former);
  const before = checkoutVersion(root);
  await deploy();
  expect(await deploy()).toEqual({ rightsLeft: true });
  expect(await mayRead()).toEqual(Object.keys(reads));
  expect(await isServed(before)).toBe(true);
  const owner = connect(url, null, 1);
  await owner`update installation set value = jsonb_set(value::jsonb, '{since}',
    to_jsonb(to_char(now() at time zone 'UTC' - interval '61 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))::text
    where key = 'rights_left'`;
  await owner.end();
  expect(await deploy()).toEqual({ rightsLeft: false });
  expect(await mayRead()).toEqual([]);
  // Started again, they would find neither their rights nor their functions.
  expect(await isServed(before)).toBe(false);
  expect(await isServed(checkoutVersion(root))).toBe(true);
});
