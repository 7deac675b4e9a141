import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "@/tests/support/new-database";
import { asOlderVersion } from "./older-version";

let url: string;
const old = mkdtempSync(path.join(os.tmpdir(), "hanna-upgrade-"));

beforeAll(async () => {
  url = await newDatabase(`upgrade_${process.pid}`);
});
afterAll(() => rmSync(old, { recursive: true, force: true }));

/** A checkout that knows only the first migration, and no functions yet. */
function oldCheckout(): string {
  cpSync("db/migrations", path.join(old, "db/migrations"), { recursive: true });
  const journal = path.join(old, "db/migrations/meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }));
  return old;
}

test("an upgrade from the first version keeps its orders, and used ones get a ledger entry", async () => {
  const owner = connect(url, null, 1);
  await asOlderVersion(owner);
  await migrate(drizzle(owner), {
    migrationsFolder: path.join(oldCheckout(), "db/migrations"),
    migrationsSchema: "public",
  });
  await owner`insert into order_kind (code, name, largest_value, position) values ('AS', 'ADELANTO', 20000000, 1)`;
  for (const state of ["issued", "annulled", "used"])
    await owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, concept, issued_on, valid_until, office, state)
      values (gen_random_uuid(), 'AS', ${state}, ${state.toUpperCase()}, 'CC', '', '', '', 480000, '', '2026-01-01',
        '2026-01-31', '', ${state})`;
  await owner`insert into import_run (subject, file_name, sha256, lines, finished_at) values ('orders', 'a.csv', '', 3, now())`;

  await migrateDatabase(url);

  expect(
    await owner`select o.state, o.balance::int as balance, coalesce(sum(u.amount), 0)::int as used
      from "order" o left join order_use u on u.order_id = o.id group by o.id order by o.state`,
  ).toEqual([
    { state: "annulled", balance: 480000, used: 0 },
    { state: "issued", balance: 480000, used: 0 },
    { state: "used", balance: 0, used: 480000 },
  ]);
  expect(await owner`select state from import_run`).toEqual([{ state: "finished" }]);
  await owner.end();
});
