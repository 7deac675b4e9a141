import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { prepareRoles } from "@/db/prepare-roles";
import { databaseName } from "@/db/roles";
import { withDatabase } from "@/lib/database-url";
import { verifyDatabase } from "@/scripts/backup/verify";
import { clusterUrl, newDatabase } from "@/tests/support/new-database";
import { asOlderVersion } from "./older-version";

/**
 * Whole installations of earlier versions with their demonstration, as their own code made them: tables, functions,
 * rights and rows. Each file is `pg_dump --inserts` of a database that the checkout of that version had migrated and
 * filled (loadDemo), named after its last migration.
 */
const FOLDER = "tests/fixtures/versions";
const versions = readdirSync(FOLDER).sort();

/** What a person would miss. Tables and columns of the first version, which every later one has. */
async function holdings(url: string) {
  const owner = connect(url, null, 1);
  const [row] = await owner`select
    (select count(*)::int from "order") as orders, (select sum(value)::text from "order") as value,
    (select count(*)::int from "order" where state = 'used') as used,
    (select count(*)::int from person) as people, (select count(*)::int from provider) as providers,
    (select count(*)::int from membership) as memberships, (select count(*)::int from request) as requests,
    (select count(*)::int from audit_event) >= 1 as audited`;
  await owner.end();
  return row;
}

test.each(versions)("the demonstration database of %s is upgraded to the present version", async (file) => {
  const dump = gunzipSync(readFileSync(`${FOLDER}/${file}`)).toString("utf8");
  const url = await newDatabase(`demo_${file.slice(0, 4)}_${process.pid}`);
  const database = databaseName(url);
  const login = connect(url, null, 1);
  // Since then each database has its own roles; the file has those of the database it was taken from.
  const [, own] = /\bapp_owner(_\w+)/.exec(dump) ?? [];
  if (own) await prepareRoles(login, database);
  else await asOlderVersion(login);
  await login.end();
  const superuser = connect(withDatabase(clusterUrl(), database), null, 1);
  await superuser.unsafe(own ? dump.replaceAll(own, `_${database}`) : dump);
  await superuser.end();
  const before = await holdings(withDatabase(clusterUrl(), database));
  expect(before).toMatchObject({ audited: true });

  await migrateDatabase(url);

  expect(await holdings(url)).toEqual(before);
  const checked = await verifyDatabase(url);
  expect(checked.orders).toBe(before?.orders);
  expect(checked.uses).toBeGreaterThanOrEqual(Number(before?.used));
});
