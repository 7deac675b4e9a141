import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type postgres from "postgres";

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
