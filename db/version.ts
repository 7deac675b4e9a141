import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { permissionsOfRoles } from "@/model/access";

/** The SQL functions, by name; access_grants.sql comes last and gives each role just what it needs. */
export function functionFiles(root = process.cwd()): string[] {
  const folder = path.join(root, "db/functions");
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql") && name !== "access_grants.sql");
  return [...names.sort(), "access_grants.sql"].map((name) => path.join(folder, name));
}

/**
 * The database version that a checkout needs: the time of the newest migration and a digest of functions and
 * permissions.
 */
export type DatabaseVersion = { migration: number; functions: string };

export function checkoutVersion(root = process.cwd()): DatabaseVersion {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(path.join(root, "db/migrations/meta/_journal.json"), "utf8"),
  );
  const sources = functionFiles(root).map((file) => readFileSync(file, "utf8"));
  sources.push(JSON.stringify(permissionsOfRoles));
  return {
    migration: Math.max(...journal.entries.map(({ when }) => when)),
    functions: createHash("sha256").update(sources.join("\0")).digest("hex"),
  };
}

/** Rows of `installation` in which the migrator says what it has installed; the newest functions come last. */
export const MIGRATION_KEY = "migration";
export const FUNCTIONS_KEY = "functions_known";

/** Whether a database with these rows is new enough for a checkout. It may be newer during a deployment. */
export function isUpToDate(version: DatabaseVersion, rows: ReadonlyMap<string, string>): boolean {
  return (
    Number(rows.get(MIGRATION_KEY) ?? 0) >= version.migration &&
    (rows.get(FUNCTIONS_KEY) ?? "").split(" ").includes(version.functions)
  );
}
