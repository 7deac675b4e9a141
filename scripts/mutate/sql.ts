import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/lib/database-url";
import { ownedDatabase } from "@/scripts/database-logins";
import { startCluster } from "@/scripts/embedded-postgres";
import { vitestCount } from "@/scripts/test-report";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { skipDisk } from "@/tests/support/skip-fsync";
import { type SqlMutant, sqlMutants } from "./sql-mutants";
import { sqlTests, withoutRules } from "./sql-tests";

/**
 * "invalid" is a mutant that PostgreSQL does not accept; it does not count for the score. `noticedBy` is the test that
 * failed and how its error begins, so that a reader sees whether the rule itself was noticed.
 */
export type MutantResult = {
  mutant: SqlMutant;
  result: "killed" | "survived" | "invalid";
  noticedBy: string | null;
};

/** Whether the tests passed, and the end of what they printed. */
type TestRun = { passed: boolean; output: string };

/** A slow machine makes tests slow, so only a test run that never ends is stopped. */
const TEST_MS = 180_000;
const LEAST_RUN_MS = 240_000;
const LONGEST_FIRST_RUN_MS = 1_800_000;
/** Of what a test run prints, in letters. */
const LARGEST_OUTPUT = 2 ** 28;
const [NAME, BASE] = ["mutante", "mutante_base"];
const REPORT = "mutant-report.json";

/**
 * Errors in the map from SQL files to tests: files and tests that do not exist, and files that it leaves out.
 */
export function faultsOfMap(root: string): string[] {
  const functions = readdirSync(path.join(root, "db/functions")).filter((file) => file.endsWith(".sql"));
  const tests = readdirSync(path.join(root, "tests/db"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".test.ts"),
  );
  const mapped = [...Object.keys(sqlTests), ...withoutRules];
  const filters = [...new Set(Object.values(sqlTests).flat())];
  return [
    ...functions.filter((file) => !mapped.includes(file)).map((file) => `${file} has no tests`),
    ...mapped.filter((file) => !functions.includes(file)).map((file) => `there is no ${file}`),
    ...filters
      .filter((filter) => !tests.some((test) => test.startsWith(filter)))
      .map((filter) => `no test begins with ${filter}`),
  ];
}

/**
 * Every mutant of the SQL functions.
 * @param root folder of the checkout
 * @throws Error when the map of tests is wrong
 */
export function everySqlMutant(root: string): SqlMutant[] {
  const faults = faultsOfMap(root);
  if (faults.length > 0) throw new Error(`scripts/mutate/sql-tests.ts: ${faults.join(", ")}`);
  return Object.keys(sqlTests).flatMap((file) =>
    sqlMutants(file, readFileSync(path.join(root, "db/functions", file), "utf8")),
  );
}

/**
 * Runs the tests of each mutant's file against a database that has the mutant, on a copy of the checkout and
 * a Postgres of its own. The tests run without a mutant first, since a test that fails by itself would count
 * for every mutant. A mutant whose tests never end is killed.
 * @throws Error when the tests fail without a mutant
 */
export async function judgeSql(
  root: string,
  mutants: readonly SqlMutant[],
  report: (result: MutantResult) => void,
): Promise<MutantResult[]> {
  const copy = copyOf(root);
  const cluster = await startCluster(worldReadableFolder("hanna-mutantes-"));
  const results: MutantResult[] = [];
  try {
    await skipDisk(cluster.url);
    const url = await ownedDatabase(cluster.url, NAME);
    await migrateDatabase(url, copy);
    await command(cluster.url, `create database ${BASE} template ${NAME}`);
    const run = (files: readonly string[], longest: number, ...options: string[]): Promise<TestRun> => {
      const filters = [...new Set(files.flatMap((file) => sqlTests[file] ?? []))];
      const vitest = [
        "node_modules/vitest/vitest.mjs",
        "run",
        ...filters.map((each) => `tests/db/${each}`),
        `--test-timeout=${TEST_MS}`,
        `--hook-timeout=${TEST_MS}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${path.join(copy, REPORT)}`,
        ...options,
      ];
      const env = { ...process.env, TEST_DATABASE_URL: url, TEST_CLUSTER_URL: cluster.url };
      const limits = { timeout: longest, maxBuffer: LARGEST_OUTPUT };
      // Not synchronously: this process has to go on reading what the Postgres it started says, or that stops with it.
      return new Promise((resolve) =>
        execFile(process.execPath, vitest, { cwd: copy, env, ...limits }, (error, stdout, stderr) =>
          resolve({ passed: error === null, output: `${stdout.slice(-6_000)}${stderr}` }),
        ),
      );
    };
    const from = Date.now();
    const first = await run(
      mutants.map(({ file }) => file),
      LONGEST_FIRST_RUN_MS,
    );
    if (!first.passed) throw new Error(`the tests fail without a mutant:\n${first.output}`);

    const longest = LEAST_RUN_MS + 2 * (Date.now() - from);
    for (const mutant of mutants) {
      const file = path.join(copy, "db/functions", mutant.file);
      const original = readFileSync(file, "utf8");
      writeFileSync(file, mutant.text);
      await command(cluster.url, `drop database ${NAME} with (force)`);
      await command(cluster.url, `create database ${NAME} template ${BASE} owner "duena_${NAME}"`);
      const valid = await isInstalled(url, cluster.url, copy);
      rmSync(path.join(copy, REPORT), { force: true });
      const noticed = valid && !(await run([mutant.file], longest, "--bail=1")).passed;
      writeFileSync(file, original);
      const result: MutantResult = {
        mutant,
        result: !valid ? "invalid" : noticed ? "killed" : "survived",
        noticedBy: noticed ? firstFailure(copy) : null,
      };
      results.push(result);
      report(result);
    }
  } finally {
    await cluster.discard();
    rmSync(copy, { recursive: true, force: true });
  }
  return results;
}

/** The first test that failed in the last run; without a report the run itself was ended. */
function firstFailure(copy: string): string {
  const [failure = ""] = vitestCount("the tests did not end", path.join(copy, REPORT), false).failures;
  return failure.replace(/^.*?tests\/db\//, "");
}

function copyOf(root: string): string {
  const copy = worldReadableFolder("hanna-copia-");
  const skipped = /^(node_modules|\.git|\.next.*|\.datos|test-results|\.stryker)$/;
  cpSync(root, copy, { recursive: true, filter: (source) => !skipped.test(path.basename(source)) });
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  return copy;
}

async function command(url: string, statement: string): Promise<void> {
  const client = connect(url, null, 1);
  await client.unsafe(statement).finally(() => client.end({ timeout: 5 }));
}

/** Installs the functions of the copy; false when PostgreSQL rejects one of them. */
async function isInstalled(url: string, clusterUrl: string, copy: string): Promise<boolean> {
  const check = `select case l.lanname when 'sql' then fmgr_sql_validator(p.oid) else plpgsql_validator(p.oid) end
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql')`;
  try {
    await migrateDatabase(url, copy);
    await command(withDatabase(clusterUrl, NAME), check);
    return true;
  } catch {
    return false;
  }
}
