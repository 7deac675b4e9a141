import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ownImports } from "@/tests/support/import-graph";

type Mutant = {
  status: string;
  mutatorName: string;
  replacement: string;
  location: { start: { line: number; column: number } };
};

/** How many mutants of a file its unit tests kill, how many there are, and the survivors. */
type Judged = { file: string; killed: number; all: number; alive: Mutant[] };

/**
 * On a loaded machine a test takes many times as long. Stryker gives a mutant one and a half times as long as its tests
 * took without one, so an endless loop does not wait for this.
 */
const TEST_MS = 20 * 60_000;
const FIRST_RUN_MINUTES = 60;

/** The modules read these settings when they are loaded; no test connects to the database. */
const secrets = {
  AUTH_SECRET: "solo-para-las-pruebas-solo-para-las-pruebas",
  DATABASE_URL: "postgres://nadie@127.0.0.1:1/nada",
  // A million codes for each mutant would take hours.
  FUZZED_CODES: "10000",
};

/**
 * What asks the database is covered by the SQL mutants: by itself, with a connection that it is handed, or by the verbs
 * of kept files. E-mail texts and PDF drawing are not rules. A type of these modules alone, as of a row, is no reason.
 */
const noRules =
  /^import (?:type [^"]*from "@\/db\/client"|(?!type )[^"]*from "(?:pdfkit|@\/(?:db|messages|domain\/request\/kept-documents|lib\/(?:mail|pdf(?!\/characters)))(?:\/[^"]*)?)")/m;

/** The files whose rules are pure functions. */
export function pureRules(root: string): string[] {
  return ["domain", "model"]
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".data.ts"))
    .filter((file) => !noRules.test(readFileSync(path.join(root, file), "utf8")))
    .sort();
}

/**
 * The nearest unit tests of each file: those that import it, or else those that import its importers, and so
 * on.
 */
function relatedTests(files: readonly string[]): string[] {
  const importers = new Map<string, string[]>();
  for (const { from, to } of ownImports(/\.tsx?$/)) importers.set(to, [...(importers.get(to) ?? []), from]);
  const nearest = (file: string): string[] => {
    const reached = new Set([file]);
    for (let level = [file]; level.length > 0; ) {
      level = level.flatMap((each) => importers.get(each) ?? []).filter((each) => !reached.has(each));
      for (const each of level) reached.add(each);
      const tests = level.filter((each) => /^tests\/unit\/.*\.test\.ts$/.test(each));
      if (tests.length > 0) return tests;
    }
    return [];
  };
  return [...new Set(files.flatMap(nearest))].sort();
}

/**
 * Runs Stryker once for these files: it first learns which test covers which mutant, then runs those tests
 * for each mutant. A mutant that no test covers survives.
 */
export function judgeRules(root: string, files: readonly string[], workers: number): Judged[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-stryker-"));
  const [config, vitest, report] = ["stryker.json", "vitest.mjs", "report.json"].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  const test = { include: relatedTests(files), testTimeout: TEST_MS, hookTimeout: TEST_MS, env: secrets };
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
      // Stryker would rewrite tsconfig.json with an API that TypeScript 7 does not have, and nothing here
      // needs it.
      tsconfigFile: "none.json",
      coverageAnalysis: "perTest",
      dryRunTimeoutMinutes: FIRST_RUN_MINUTES,
      // A static mutant fails when the module is loaded, and the runner would report that as a survivor.
      ignoreStatic: true,
      mutate: files,
      ignorePatterns: [".next*", ".datos", "docs/pictures", "docs/decisions"],
      reporters: ["json"],
      jsonReporter: { fileName: report },
      concurrency: workers,
      tempDirName: path.join(folder, "sandbox"),
      logLevel: "error",
    }),
  );
  try {
    const { status } = spawnSync(
      process.execPath,
      [path.join(root, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run", config],
      { cwd: root, stdio: "inherit" },
    );
    if (status !== 0) throw new Error("Stryker did not end well");
    const mutation = JSON.parse(readFileSync(report, "utf8")) as {
      files: Record<string, { mutants: Mutant[] }>;
    };
    return files.map((file) => judged(file, mutation.files[file]?.mutants ?? []));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judged(file: string, mutants: readonly Mutant[]): Judged {
  const counted = mutants.filter(({ status }) => status !== "Ignored" && !status.endsWith("Error"));
  const alive = counted.filter(({ status }) => status !== "Killed" && status !== "Timeout");
  return { file, killed: counted.length - alive.length, all: counted.length, alive };
}
