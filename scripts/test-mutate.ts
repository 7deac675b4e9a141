import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { randomFrom } from "./chaos/random";
import { everySqlMutant, type Fate, judgeSql } from "./mutate/sql";

/**
 * `npm run test:mutate [-- domain|sql] [--seed N] [--files N] [--mutants N]`: changes rules one at a time and looks
 * whether a test fails. A seeded sample of the files of domain/ by Stryker, and of the mutants of db/functions by our
 * own list. Ends with 1 below 90 % of either.
 */
const LEAST = 90;
const root = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string" },
    files: { type: "string" },
    mutants: { type: "string" },
    workers: { type: "string" },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const [only] = positionals;
/** Nobody connects: the secrets are read, the database is not. */
const secrets = {
  AUTH_SECRET: "solo-para-las-pruebas-solo-para-las-pruebas",
  DATABASE_URL: "postgres://nadie@127.0.0.1:1/nada",
};
type Mutant = {
  status: string;
  mutatorName: string;
  replacement: string;
  location: { start: { line: number; column: number } };
};
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The first `count` of a list that the seed shuffles. */
function sample<T>(list: readonly T[], count: number): T[] {
  const random = randomFrom(seed);
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ item }) => item);
}

/** Rules that are functions of what they are given: what asks the database is held by the mutants of its SQL. */
function pureRules(): string[] {
  return readdirSync(path.join(root, "domain"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".data.ts"))
    .map((file) => `domain/${file}`)
    .filter((file) => !/from "@\/(db|lib\/(crypto|mail))\//.test(readFileSync(path.join(root, file), "utf8")))
    .sort();
}

/** The unit tests that import a file themselves; where none does, all of them. */
function testsOf(file: string): string[] {
  const name = `"@/${file.replace(/\.ts$/, "")}"`;
  const tests = readdirSync(path.join(root, "tests/unit"), { recursive: true, encoding: "utf8" })
    .filter((test) => test.endsWith(".test.ts"))
    .map((test) => `tests/unit/${test}`)
    .filter((test) => readFileSync(path.join(root, test), "utf8").includes(name));
  return tests.length > 0 ? tests : ["tests/unit/**/*.test.ts"];
}

/** How many mutants of a file its unit tests notice, and how many there are. */
function judgeFile(file: string): { killed: number; all: number } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-stryker-"));
  const [config, vitest, report] = ["stryker.json", "vitest.mjs", "report.json"].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  const test = { include: testsOf(file), testTimeout: 30_000, env: secrets };
  writeFileSync(
    vitest,
    `export default { resolve: { alias: { "@": process.cwd() } }, test: ${JSON.stringify(test)} };`,
  );
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: "vitest",
      plugins: [path.join(root, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
      vitest: { configFile: vitest, related: false },
      // TypeScript 7 has no API for Stryker to rewrite a tsconfig with, and nothing here needs that.
      tsconfigFile: "none.json",
      coverageAnalysis: "perTest",
      // What is made once when a module is loaded fails there, which the runner takes for nothing noticed.
      ignoreStatic: true,
      mutate: [file],
      ignorePatterns: [".next*", ".datos", "docs/pictures", "docs/decisions"],
      reporters: ["json"],
      jsonReporter: { fileName: report },
      concurrency: Number(values.workers ?? 1),
      tempDirName: path.join(folder, "sandbox"),
      logLevel: "error",
    }),
  );
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run", config],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) throw new Error(`Stryker did not end well with ${file}`);
  const { files } = JSON.parse(readFileSync(report, "utf8")) as {
    files: Record<string, { mutants: Mutant[] }>;
  };
  rmSync(folder, { recursive: true, force: true });
  const mutants = Object.values(files).flatMap((judged) => judged.mutants);
  const counted = mutants.filter(({ status: fate }) => fate !== "Ignored" && !fate.endsWith("Error"));
  const lives = counted.filter(({ status: fate }) => fate !== "Killed" && fate !== "Timeout");
  for (const { location, mutatorName, replacement } of lives)
    say(`VIVE   ${file}:${location.start.line}:${location.start.column}  ${mutatorName}  →  ${replacement}`);
  say(`${file}: ${counted.length - lives.length} de ${counted.length}`);
  return { killed: counted.length - lives.length, all: counted.length };
}

/** Per cent of the mutants of these files that a unit test notices. */
function domainScore(files: string[]): number {
  const judged = files.map(judgeFile);
  const sum = (key: "killed" | "all") => judged.reduce((total, file) => total + file[key], 0);
  return percent(sum("killed"), sum("all"));
}

const percent = (part: number, all: number) => (all === 0 ? 100 : (100 * part) / all);

function sayFate({ mutant, fate }: Fate): void {
  say(
    `${fate === "killed" ? "muere " : "VIVE  "} ${mutant.file}:${mutant.line}  ${mutant.was}  →  ${mutant.now}`,
  );
}

const scores: [string, number][] = [];
say(`semilla ${seed}`);
if (only !== "sql") {
  const files = sample(pureRules(), Number(values.files ?? 12));
  scores.push(["domain/", domainScore(files)]);
}
if (only !== "domain") {
  const all = everySqlMutant(root);
  const chosen = sample(all, Number(values.mutants ?? 60));
  say(`${chosen.length} de ${all.length} mutantes de db/functions`);
  const fates = await judgeSql(root, chosen, sayFate);
  scores.push(["SQL", percent(fates.filter(({ fate }) => fate === "killed").length, fates.length)]);
}
for (const [what, score] of scores) say(`${what}: ${score.toFixed(1)} % (al menos ${LEAST} %)`);
process.exitCode = scores.every(([, score]) => score >= LEAST) ? 0 : 1;
