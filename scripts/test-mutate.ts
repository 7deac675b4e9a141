import path from "node:path";
import { parseArgs } from "node:util";
import { judgeRules, pureRules } from "./mutate/rules";
import { sample } from "./mutate/sample";
import { everySqlMutant, judgeSql, type MutantResult } from "./mutate/sql";

/**
 * `npm run test:mutate [-- domain|sql] [--seed N] [--files N] [--mutants N] [--only NAME]`: mutation tests.
 * Mutates a seeded sample of the files of domain/ and model/ with Stryker, and of db/functions with our own
 * mutation rules; `--only` selects files by a part of their path. Exits with 1 when either score is below 90
 * %.
 */
const LEAST = 90;
const root = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string" },
    files: { type: "string" },
    mutants: { type: "string" },
    only: { type: "string" },
    workers: { type: "string" },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const [kind] = positionals;
const wanted = (file: string) => file.includes(values.only ?? "");
const log = (line: string) => process.stdout.write(`${line}\n`);
const percent = (part: number, all: number) => (all === 0 ? 100 : (100 * part) / all);

/** Percentage of the mutants of a sample of files that unit tests kill. */
function rulesScore(): number {
  const files = sample(pureRules(root).filter(wanted), Number(values.files ?? 12), seed);
  const judged = judgeRules(root, files, Number(values.workers ?? 1));
  for (const { file, killed, all, alive } of judged) {
    for (const { location, mutatorName, replacement } of alive)
      log(
        `VIVE   ${file}:${location.start.line}:${location.start.column}  ${mutatorName}  →  ${replacement}`,
      );
    log(`${file}: ${killed} de ${all}`);
  }
  const sum = (key: "killed" | "all") => judged.reduce((total, file) => total + file[key], 0);
  log(`${sum("killed")} de ${sum("all")} mutantes de ${files.length} archivos de domain/ y model/`);
  return percent(sum("killed"), sum("all"));
}

function printResult({ mutant, result, noticedBy }: MutantResult): void {
  const label = { killed: "muere ", survived: "VIVE  ", invalid: "nulo  " }[result];
  log(`${label} ${mutant.file}:${mutant.line}  ${mutant.was}  →  ${mutant.now}`);
  if (noticedBy) log(`       ${noticedBy}`);
}

/** Percentage of a sample of the mutants of db/functions that database tests kill. */
async function sqlScore(): Promise<number> {
  const all = everySqlMutant(root).filter(({ file }) => wanted(file));
  const chosen = sample(all, Number(values.mutants ?? 60), seed);
  log(`${chosen.length} de ${all.length} mutantes de db/functions`);
  const results = await judgeSql(root, chosen, printResult);
  const valid = results.filter(({ result }) => result !== "invalid");
  return percent(valid.filter(({ result }) => result === "killed").length, valid.length);
}

const scores: [string, number][] = [];
log(`semilla ${seed}`);
if (kind !== "sql") scores.push(["domain/ y model/", rulesScore()]);
if (kind !== "domain") scores.push(["SQL", await sqlScore()]);
for (const [what, score] of scores) log(`${what}: ${score.toFixed(1)} % (al menos ${LEAST} %)`);
process.exitCode = scores.every(([, score]) => score >= LEAST) ? 0 : 1;
