import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { databaseName } from "@/db/roles";
import { requireAlone } from "@/scripts/backup/closed";
import { separateDatabase } from "@/tests/support/separate-database";

const url = await separateDatabase("sola");
const owner = connect(url, null, 1);
afterAll(() => owner.end());

/** Lets the server's list of sessions say that there is one more, of a login that the owner is no member of. */
async function withSession(kind: string | null): Promise<void> {
  await owner.unsafe(`create or replace view seen.pg_stat_activity as
    select pid, datname, usename, backend_type from pg_catalog.pg_stat_activity where pid = pg_backend_pid()
    union all select 0, current_database(), 'ajeno', ${kind === null ? "null" : `'${kind}'`}`);
}

test("a restore waits for whoever may write, also where the server does not say what they are, and for no process of the server", async () => {
  await owner`create schema seen`;
  await withSession("client backend");
  await owner.unsafe(`alter database "${databaseName(url)}" set search_path = seen, pg_catalog, public`);
  await expect(requireAlone(url)).rejects.toThrow("Hay sesiones abiertas en");
  // What other logins' sessions are, is told to members of pg_read_all_stats alone.
  await withSession(null);
  await expect(requireAlone(url)).rejects.toThrow("(ajeno)");
  // A worker that an extension runs under a login.
  await withSession("pg_cron");
  await requireAlone(url);
}, 30_000);
