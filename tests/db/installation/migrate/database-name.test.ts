import { expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { roleName } from "@/db/roles";
import { ownedDatabase, servingLogin } from "@/scripts/database-logins";
import { clusterUrl } from "@/tests/support/new-database";

test("a database whose name has capitals, spaces and quotes is migrated twice and served by its own login", async () => {
  const name = `Caja 'Norte"-${process.pid}`;
  const owner = await ownedDatabase(clusterUrl(), name);
  await migrateDatabase(owner);
  await migrateDatabase(owner);
  const served = connect(await servingLogin(owner), "app_door", 1);
  expect(await served`select current_user as role`).toEqual([{ role: roleName("app_door", name) }]);
  expect(await served`select * from sign_in_facts('nobody@caja.example')`).toEqual([]);
  await served.end();
});
