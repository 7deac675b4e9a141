import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ownedDatabase } from "@/scripts/database-logins";
import { startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { type SqlMutant, sqlMutants } from "./sql-mutants";
import { sqlTests } from "./sql-tests";

export type Fate = { mutant: SqlMutant; fate: "killed" | "survived" };

const LONGEST_RUN_MS = 240_000;

/** Every mutant of the functions. @param root folder of the checkout */
export function everySqlMutant(root: string): SqlMutant[] {
  return Object.keys(sqlTests).flatMap((file) =>
    sqlMutants(file, readFileSync(path.join(root, "db/functions", file), "utf8")),
  );
}

/**
 * Runs the tests of each mutant's file against a database with the mutant in it, on a copy of the checkout and a
 * Postgres of its own. A mutant that does not even install, or whose tests never end, is killed.
 */
export async function judgeSql(
  root: string,
  mutants: readonly SqlMutant[],
  say: (fate: Fate) => void,
): Promise<Fate[]> {
  const copy = worldReadableFolder("hanna-copia-");
  const skipped = /^(node_modules|\.git|\.next.*|\.datos|test-results|\.stryker)$/;
  cpSync(root, copy, { recursive: true, filter: (source) => !skipped.test(path.basename(source)) });
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  const cluster = await startCluster(worldReadableFolder("hanna-mutantes-"));
  const fates: Fate[] = [];
  try {
    for (const [at, mutant] of mutants.entries()) {
      const file = path.join(copy, "db/functions", mutant.file);
      const original = readFileSync(file, "utf8");
      writeFileSync(file, mutant.text);
      const DATABASE_URL = await ownedDatabase(cluster.url, `mutante_${at}`);
      const filters = (sqlTests[mutant.file] ?? []).map((filter) => `tests/db/${filter}`);
      const { status } = spawnSync(
        process.execPath,
        [path.join(copy, "node_modules/vitest/vitest.mjs"), "run", ...filters, "--bail=1"],
        {
          cwd: copy,
          stdio: "ignore",
          timeout: LONGEST_RUN_MS,
          env: { ...process.env, DATABASE_URL, TEST_CLUSTER_URL: cluster.url },
        },
      );
      writeFileSync(file, original);
      const fate: Fate = { mutant, fate: status === 0 ? "survived" : "killed" };
      fates.push(fate);
      say(fate);
    }
  } finally {
    await cluster.discard();
    rmSync(copy, { recursive: true, force: true });
  }
  return fates;
}
