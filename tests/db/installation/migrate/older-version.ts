import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type postgres from "postgres";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { installFunctions } from "@/db/install-functions";
import { prepareRoles, quoted } from "@/db/prepare-roles";
import { databaseName } from "@/db/roles";
import { checkoutVersion, MIGRATION_KEY } from "@/db/version";

/**
 * Prepares an empty database as the versions did whose roles were those of the whole server, and leaves the
 * connection acting as their owner.
 */
export async function asOlderVersion(login: postgres.Sql): Promise<void> {
  await login.unsafe(`do $$ declare role text; begin
    foreach role in array '{app_owner,app_provider,app_caja,app_jobs}'::text[] loop
      begin
        execute format('create role %I nologin', role);
      exception when duplicate_object or unique_violation then null; end;
    end loop;
    grant app_owner to current_user;
    alter schema public owner to app_owner;
    execute format('grant create, temporary on database %I to app_owner', current_database());
  end $$`);
  await login`set role app_owner`;
}

/**
 * Copies into a folder the migrations that came before one, and answers it.
 * @param isFirst whether a migration, by its tag in the copied journal, is the first one to leave out
 */
export function migrationsBefore(folder: string, isFirst: (tag: string) => boolean): string {
  cpSync("db/migrations", folder, { recursive: true });
  const journal = path.join(folder, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  const first = entries.findIndex(({ tag }: { tag: string }) => isFirst(tag));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, first) }));
  return folder;
}

/** The SQL functions of the version of migration 0036, without their comments: what its `db/functions` held. */
const FUNCTIONS_0036 = "tests/fixtures/functions/0036_role_permission.sql.gz";

/**
 * Installs the tables and SQL functions of migration 0036 in an empty database, as that version did.
 * @param root folder in which a checkout with these migrations and functions is written
 */
export async function installVersion0036(url: string, root: string): Promise<void> {
  const migrations = migrationsBefore(path.join(root, "db/migrations"), (tag) => tag.startsWith("0037_"));
  const functions = path.join(root, "db/functions");
  mkdirSync(functions, { recursive: true });
  writeFileSync(path.join(functions, "all.sql"), gunzipSync(readFileSync(FUNCTIONS_0036)));
  writeFileSync(path.join(functions, "access_grants.sql"), "");
  const client = connect(url, null, 1);
  const roles = await prepareRoles(client, databaseName(url));
  await client.unsafe(`set role ${quoted(roles.app_owner)}`);
  await applyMigrations(client, migrations);
  await installFunctions(client, root, roles);
  await client`insert into installation (key, value) values (${MIGRATION_KEY}, ${checkoutVersion(root).migration})`;
  await client.end();
}
