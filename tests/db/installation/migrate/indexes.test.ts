import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/lib/database-url";
import { clusterUrl, newDatabase } from "@/tests/support/new-database";
import { asOlderVersion, migrationsBefore } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-indices-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations that came before the first one that builds indexes beside the traffic. */
const earlier = () =>
  migrationsBefore(folder, (tag) =>
    readFileSync(path.join(folder, `${tag}.sql`), "utf8").includes("INDEX CONCURRENTLY"),
  );

test("indexes are built concurrently beside readers and writers, and an interrupted build is repeated", async () => {
  const name = `indices_${process.pid}`;
  const url = await newDatabase(name);
  const owner = connect(url, null, 1);
  await asOlderVersion(owner);
  await applyMigrations(owner, earlier());
  // As a build leaves it that was killed: there, and of no use.
  await owner.unsafe('create index "audit_event_about" on audit_event (subject_id, seq)');
  await owner`reset role`;
  const superuser = connect(withDatabase(clusterUrl(), name), null, 1);
  await superuser`update pg_index set indisvalid = false where indexrelid = 'audit_event_about'::regclass`;
  await superuser.end();

  const others = connect(url, null, 2);
  let ended = false;
  let migrating: Promise<unknown> = Promise.resolve();
  await others.begin(async (reader) => {
    await reader`select count(*) from audit_event`;
    migrating = migrateDatabase(url).finally(() => {
      ended = true;
    });
    const building = () =>
      others`select 1 from pg_stat_activity where query ~* '^create index concurrently' and datname = current_database()`;
    while ((await building()).length === 0) await pause(20);
    await others.begin(async (writer) => {
      await writer`set local lock_timeout = '500ms'`;
      await writer`insert into audit_event (action, subject_kind, subject_id, channel, detail)
        values ('order.viewed', 'order', 'x', 'web', '{}')`;
    });
    expect(ended).toBe(false);
  });
  await migrating;
  const broken = await owner`select indexrelid::regclass::text as name from pg_index where not indisvalid`;
  expect([...broken]).toEqual([]);
  const [index] = await owner`select 1 from pg_indexes where indexname = 'audit_event_about'`;
  expect(index).toBeDefined();
  await migrateDatabase(url);
  await Promise.all([owner.end(), others.end()]);
});
