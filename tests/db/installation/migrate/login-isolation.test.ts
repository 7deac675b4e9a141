import { beforeAll, expect, test } from "vitest";
import { ownLogins } from "@/db/client";
import { connect, type DatabaseRole } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { databaseName, roleName } from "@/db/roles";
import { checkDataKeys } from "@/scripts/data-keys";
import { ownedDatabase, separateLogins, servingLogin } from "@/scripts/database-logins";
import { clusterUrl } from "@/tests/support/new-database";

let ours: string;
let theirs: string;
/** The login that serves ours. */
let served: string;

beforeAll(async () => {
  [ours, theirs] = (await Promise.all(
    ["uno", "dos"].map(async (name) => {
      const owner = await ownedDatabase(clusterUrl(), `caja_${name}_${process.pid}`);
      await migrateDatabase(owner);
      return owner;
    }),
  )) as [string, string];
});

test("the server runs with a login that owns nothing and has no privileges of its own", async () => {
  const portal = await servingLogin(ours);
  served = portal;
  await checkDataKeys(portal);
  for (const role of ["app_door", "app_provider", "app_caja", "app_jobs"] as const) {
    const pool = connect(portal, role, 1);
    expect(await pool`select current_user as role`).toEqual([{ role: roleName(role, databaseName(ours)) }]);
    await pool.end();
  }
  const bare = connect(portal, null, 1);
  for (const forbidden of [
    'select from "order"',
    "select from order_key",
    "delete from audit_event",
    "alter table audit_event disable trigger all",
    "drop table order_use",
  ])
    await expect(bare.unsafe(forbidden), forbidden).rejects.toMatchObject({ code: "42501" });
  await bare.end();
});

test("with a login for each role none takes another one, whatever SQL it runs", async () => {
  const logins = await separateLogins(ours);
  const role = (name: DatabaseRole) => roleName(name, databaseName(ours));
  const all = ["app_door", "app_provider", "app_caja", "app_jobs"] as const;
  for (const own of all) {
    const pool = connect(logins[ownLogins[own]] ?? "", own, 1);
    expect(await pool`select current_user as role`).toEqual([{ role: role(own) }]);
    for (const other of all.filter((name) => name !== own))
      await expect(pool.unsafe(`set role "${role(other)}"`), `${own} as ${other}`).rejects.toMatchObject({
        code: "42501",
      });
    await pool.end();
  }
});

test("a login of the previous version can serve sign-ins once the database is migrated", async () => {
  const login = decodeURIComponent(new URL(served).username);
  const owner = connect(ours, null, 1);
  await owner.unsafe(`revoke "${roleName("app_door", databaseName(ours))}" from "${login}"`);
  await migrateDatabase(ours);
  const door = connect(served, "app_door", 1);
  expect(await door`select * from sign_in_facts('nobody@caja.example')`).toEqual([]);
  await door.end();
  await owner.end();
});

test("no login of one installation can access another installation on the same server", async () => {
  const portal = await servingLogin(theirs);
  for (const login of [theirs, portal]) {
    const elsewhere = new URL(login);
    elsewhere.pathname = new URL(ours).pathname;
    const client = connect(elsewhere.href, null, 1);
    await expect(client`select 1`).rejects.toMatchObject({
      code: "42501",
      message: /CONNECT|permission denied/,
    });
    await client.end();
  }
  const owner = connect(theirs, null, 1);
  for (const role of ["app_owner", "app_door", "app_provider", "app_caja", "app_jobs"] as const)
    await expect(owner.unsafe(`set role "${roleName(role, databaseName(ours))}"`)).rejects.toMatchObject({
      code: "42501",
    });
  await owner.end();
});

test("two databases with long names of the same beginning have separate roles", () => {
  const long = "caja_de_compensacion_familiar_de_un_departamento_muy_grande_";
  const names = ["uno", "dos"].map((end) => roleName("app_provider", long + end));
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
});
