import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { databaseName, roleName } from "@/db/roles";
import { withDatabase } from "@/lib/database-url";
import { takeDump } from "@/scripts/backup/dump";
import { presentKeys } from "@/scripts/backup/keys";
import { restoreIntoServer } from "@/scripts/backup/restore";
import { ownedDatabase } from "@/scripts/database-logins";
import { startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { clusterUrl, newDatabase } from "@/tests/support/new-database";
import { serverTools } from "@/tests/support/server-tools";
import { asOlderVersion } from "../migrate/older-version";

const root = worldReadableFolder("hanna-antigua-");
const machine = await startCluster(path.join(root, "otra"));
afterAll(async () => {
  await machine.discard();
  rmSync(root, { recursive: true, force: true });
});

const admin = connect(clusterUrl(), null, 1);
const [server] = await admin<{ major: number }[]>`
  select current_setting('server_version_num')::int / 10000 as major`;
await admin.end();

/** Orders, people and rows of rights, and who owns what. */
async function holdings(url: string) {
  const client = connect(url, null, 1);
  const [row] = await client`select (select count(*)::int from "order") as orders,
    (select count(*)::int from person) as people, (select sum(balance)::text from "order") as balance,
    (select array_agg(distinct tableowner::text) from pg_tables where schemaname = 'public') as owners`;
  await client.end();
  return row;
}

test.skipIf(!serverTools(server?.major ?? 0))(
  "a database that was upgraded from roles of the whole server is backed up, and restored on a machine without those roles",
  async () => {
    const before = process.env.DATABASE_URL;
    const url = await newDatabase(`antigua_${process.pid}`);
    const name = databaseName(url);
    const login = connect(url, null, 1);
    await asOlderVersion(login);
    await login.end();
    const superuser = connect(withDatabase(clusterUrl(), name), null, 1);
    const dump = readFileSync("tests/fixtures/versions/0011_liquidacion.sql.gz");
    await superuser.unsafe(gunzipSync(dump).toString("utf8"));
    await superuser.end();
    await migrateDatabase(url);
    const held = await holdings(url);
    expect(held).toMatchObject({ owners: ["app_owner"] });

    const copy = path.join(root, "copia");
    await takeDump(url, copy);
    const other = await ownedDatabase(machine.url, name);
    await restoreIntoServer(copy, other, presentKeys(), 1_000);
    process.env.DATABASE_URL = before;
    expect(await holdings(other)).toEqual({ ...held, owners: [roleName("app_owner", name)] });
  },
);
