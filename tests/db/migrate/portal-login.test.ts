import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { databaseName, roleName } from "@/db/roles";
import { checkDataKeys } from "@/scripts/data-keys";

const url = process.env.DATABASE_URL ?? "";
const owner = connect(url, null, 1);
const name = `portal_${randomUUID().slice(0, 8)}`;
const database = databaseName(url);
const address = new URL(url);
address.username = name;
address.password = "x";

beforeAll(async () => {
  const roles = (["app_provider", "app_caja", "app_jobs"] as const).map((role) => roleName(role, database));
  await owner.unsafe(`create role ${name} login noinherit password 'x' in role ${roles.join(", ")}`);
  await owner.unsafe(`grant connect on database ${database} to ${name}`);
});
afterAll(async () => {
  await owner.unsafe(`revoke connect on database ${database} from ${name}`);
  await owner.unsafe(`drop role if exists ${name}`);
  await owner.end();
});

test("a login that owns nothing is enough to serve, and reaches nothing of its own", async () => {
  await checkDataKeys(address.href);
  for (const role of ["app_provider", "app_caja", "app_jobs"] as const) {
    const pool = connect(address.href, role, 1);
    expect(await pool`select current_user as role`).toEqual([{ role: roleName(role, database) }]);
    await pool.end();
  }
  const bare = connect(address.href, null, 1);
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
