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

/** How many mutants of a file its unit tests notice, how many there are, and the others. */
type Judged = { file: string; killed: number; all: number; alive: Mutant[] };

/** Nobody connects: the secrets are read, the database is not. */
const secrets = {
  AUTH_SECRET: "solo-para-las-pruebas-solo-para-las-pruebas",
  DATABASE_URL: "postgres://nadie@127.0.0.1:1/nada",
};

/** What asks the database is held by the mutants of its SQL; letters, and what is drawn on paper, are no rules. */
const noRules = /from "(?:pdfkit|@\/(?:db|messages|lib\/(?:crypto|mail|pdf\/(?!characters)))(?:\/[^"]*)?)"/;

/** Rules that are functions of what they are given. */
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

/** Of each of these files the unit tests that are nearest to it: those that import it, or else what imports it, and so on. */
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
 * Stryker's judgement of these files, all in one run: the tests are run once to learn which of them meets which mutant,
 * then each mutant by those. What no test meets lives, also in a file that no test imports.
 */
export function judgeRules(root: string, files: readonly string[], workers: number): Judged[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-stryker-"));
  const [config, vitest, report] = ["stryker.json", "vitest.mjs", "report.json"].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  const test = { include: relatedTests(files), testTimeout: 30_000, env: secrets };
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
