import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { newDatabase } from "@/tests/support/new-database";
import { asOlderVersion } from "./older-version";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-versiones-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Entry = { tag: string };
const journal: { entries: Entry[] } = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8"));
/** Up to here they were released one by one; of later ones, the newest. The last of all is the present version. */
const RELEASED = 12;
const earlier = journal.entries
  .slice(0, -1)
  .map(({ tag }, index) => [tag, index + 1] as const)
  .filter(([, count]) => count <= RELEASED || count === journal.entries.length - 1);

function migrationsUpTo(count: number): string {
  const copy = path.join(folder, String(count));
  cpSync("db/migrations", copy, { recursive: true });
  writeFileSync(
    path.join(copy, "meta/_journal.json"),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  );
  return copy;
}

test.each(earlier)(
  "an installation of version %s with orders is upgraded to the present version",
  async (_tag, count) => {
    const url = await newDatabase(`version_${count}_${process.pid}`);
    const owner = connect(url, null, 1);
    await asOlderVersion(owner);
    await applyMigrations(owner, migrationsUpTo(count));
    const has = async (table: string, column: string) =>
      (
        await owner`select 1 from information_schema.columns where table_name = ${table} and column_name = ${column}`
      ).length > 0;
    const kind = {
      code: "AS",
      name: "ADELANTO",
      largest_value: 20_000_000,
      position: 1,
      ...((await has("order_kind", "code_number")) ? { code_number: 1, validity_days: 30 } : {}),
    };
    await owner`insert into order_kind ${owner(kind)}`;
    for (const [state, number] of [
      ["issued", "A1"],
      ["annulled", "A2"],
    ] as const) {
      const order = {
        id: crypto.randomUUID(),
        kind_code: "AS",
        number,
        number_key: number,
        affiliate_id_kind: "CC",
        affiliate_id_sealed: Buffer.from("x"),
        affiliate_id_index: Buffer.from("x"),
        affiliate_name_sealed: Buffer.from("x"),
        value: 480_000,
        concept: "",
        issued_on: "2026-01-01",
        valid_until: "2026-01-31",
        office: "",
        state,
        ...((await has("order", "balance")) ? { balance: 480_000 } : {}),
      };
      await owner`insert into "order" ${owner(order)}`;
    }
    await migrateDatabase(url);
    await migrateDatabase(url);
    const rows = await owner`select number, state, value::int from "order" order by number`;
    expect([...rows]).toEqual([
      { number: "A1", state: "issued", value: 480_000 },
      { number: "A2", state: "annulled", value: 480_000 },
    ]);
    await owner.end();
  },
);
