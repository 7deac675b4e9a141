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

test("a login that may not prepare the database is told what it lacks", async () => {
  await owner.unsafe(`create role ${name} login password 'x'`);
  await owner.unsafe(`create database ${name}`);
  const address = new URL(withDatabase(url, name));
  address.username = name;
  address.password = "x";
  await expect(migrateDatabase(address.href)).rejects.toThrow(
    /^DATABASE_URL: el usuario debe poder crear roles y ser dueño de la base de datos/,
  );
});
