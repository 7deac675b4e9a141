import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type postgres from "postgres";
import { applyMigrations, waitForLock } from "./apply-migrations";
import { loadCatalogue } from "./catalogue";
import { connect } from "./connection";
import { prepareRoles, quoted, type RoleNames } from "./prepare-roles";
import { databaseName } from "./roles";

const LEAST_VERSION = 150000;
const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Brings a database to the present shape: roles, tables (drizzle-kit's migrations), functions, rights.
 * Safe to run again and by several processes at once.
 * @param root folder of the checkout
 */
export async function migrateDatabase(url: string, root = process.cwd()): Promise<void> {
  const client = connect(url, null, 1);
  try {
    const [server] = await client<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    if (!server || server.version < LEAST_VERSION)
      throw new Error("DATABASE_URL: hace falta PostgreSQL 15 o más nuevo");
    await waitForLock(client, "hanna-migrate");
    const roles = await prepareRoles(client, databaseName(url)).catch(sayWhatIsLacking);
    await client.unsafe(`set role ${quoted(roles.app_owner)}`);
    await applyMigrations(client, path.join(root, "db/migrations"));
    await installFunctions(client, root, roles);
    await loadCatalogue(client);
    await client`reset role`;
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** The SQL functions, by name; grants.sql comes last and gives each role just what it needs. */
export function functionFiles(root = process.cwd()): string[] {
  const folder = path.join(root, "db/functions");
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql") && name !== "grants.sql");
  return [...names.sort(), "grants.sql"].map((name) => path.join(folder, name));
}

/** Replaces all functions and rights at once, only when a file of them has changed. */
async function installFunctions(client: postgres.Sql, root: string, roles: RoleNames): Promise<void> {
  const sources = functionFiles(root).map((file) => withRoles(readFileSync(file, "utf8"), roles));
  const digest = createHash("sha256").update(sources.join("\0")).digest("hex");
  const [known] = await client`select 1 from installation where key = 'functions' and value = ${digest}`;
  if (known) return;
  await client.begin(async (transaction) => {
    await transaction`set local check_function_bodies = off`; // they call each other, in any order
    const old = await transaction<{ name: string }[]>`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.proowner = current_user::regrole`;
    for (const { name } of old) await transaction.unsafe(`drop function if exists ${name} cascade`);
    for (const source of sources) await transaction.unsafe(source);
    await transaction`insert into installation (key, value) values ('functions', ${digest})
      on conflict (key) do update set value = excluded.value`;
  });
}

/** The files name the roles as they are called without a database. */
function withRoles(source: string, roles: RoleNames): string {
  return source.replace(/\bapp_(?:provider|caja|jobs|owner)\b/g, (role) =>
    quoted(roles[role as keyof RoleNames]),
  );
}

function sayWhatIsLacking(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code !== INSUFFICIENT_PRIVILEGE) throw error;
  throw new Error(
    "DATABASE_URL: el usuario debe poder crear roles y ser dueño de la base de datos (CREATEROLE, OWNER)",
  );
}
