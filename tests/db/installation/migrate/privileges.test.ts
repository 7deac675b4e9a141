import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/lib/database-url";
import { clusterUrl } from "@/tests/support/new-database";

const url = process.env.DATABASE_URL ?? "";
const owner = connect(clusterUrl(), null, 1);
const name = `weak_${randomUUID().slice(0, 8)}`;

afterAll(async () => {
  await owner.unsafe(`drop database if exists ${name}`);
  await owner.unsafe(`drop role if exists ${name}`);
  await owner.end();
});

test("a login that may not prepare the database is told which privilege it lacks", async () => {
  await owner.unsafe(`create role ${name} login password 'x'`);
  await owner.unsafe(`create database ${name}`);
  const address = new URL(withDatabase(url, name));
  address.username = name;
  address.password = "x";
  await expect(migrateDatabase(address.href)).rejects.toThrow(
    /^DATABASE_URL: el usuario debe poder crear roles y ser dueño de la base de datos/,
  );
});

test("deferred checks at commit need no privilege of the committing role: before PostgreSQL 18 they run as that role", async () => {
  const own = connect(url, null, 1);
  const rows = await own`select p.proname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where t.tgdeferrable and not t.tgisinternal and not p.prosecdef
      and p.prosrc ~* '\\m(perform|select|insert|update|delete)\\M'`;
  expect([...rows]).toEqual([]);
  await own.end();
});
