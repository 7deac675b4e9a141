import path from "node:path";
import { applyMigrations, waitForLock } from "./apply-migrations";
import { loadCatalogue } from "./catalogue";
import { connect } from "./connection";
import { installFunctions } from "./install-functions";
import { areRightsLeft } from "./left-rights";
import { prepareRoles, quoted } from "./prepare-roles";
import { databaseName } from "./roles";
import { checkoutVersion, MIGRATION_KEY } from "./version";

const LEAST_VERSION = 150000;
const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Migrates a database: roles, tables (drizzle-kit's migrations), functions, grants. Safe to run again and by
 * several processes at once.
 * @param root folder of the checkout
 * @returns whether processes of the version before keep rights that this one does not give (db/left-rights.ts)
 */
export async function migrateDatabase(url: string, root = process.cwd()): Promise<{ rightsLeft: boolean }> {
  const client = connect(url, null, 1);
  try {
    const [server] = await client<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    if (!server || server.version < LEAST_VERSION)
      throw new Error("DATABASE_URL: hace falta PostgreSQL 15 o más nuevo");
    await waitForLock(client, "hanna-migrate");
    const roles = await prepareRoles(client, databaseName(url)).catch(explainMissingPrivileges);
    await client.unsafe(`set role ${quoted(roles.app_owner)}`);
    await applyMigrations(client, path.join(root, "db/migrations"));
    await installFunctions(client, root, roles);
    await loadCatalogue(client);
    await client`insert into installation (key, value) values (${MIGRATION_KEY}, ${checkoutVersion(root).migration})
      on conflict (key) do update set value = excluded.value where installation.value::bigint < excluded.value::bigint`;
    const rightsLeft = await areRightsLeft(client);
    await client`reset role`;
    return { rightsLeft };
  } finally {
    await client.end({ timeout: 5 });
  }
}

function explainMissingPrivileges(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code !== INSUFFICIENT_PRIVILEGE) throw error;
  throw new Error(
    "DATABASE_URL: el usuario debe poder crear roles y ser dueño de la base de datos (CREATEROLE, OWNER)",
  );
}
