import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { importOrderFile } from "@/domain/import/import-orders";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let jobs: ReturnType<typeof connect>;
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-sin-escribir-"));

beforeAll(async () => {
  const url = await separateDatabase("sinescribir");
  [owner, jobs] = [connect(url, null, 1), connect(url, "app_jobs", 1)];
  // Stands for whatever makes the database leave an order alone that the plan would change.
  await owner`create function leave_alone() returns trigger language plpgsql as 'begin return null; end'`;
  await owner`create trigger zz_leave_alone before update on "order" for each row when (old.number_key = '2')
    execute function leave_alone()`;
  await owner`create trigger zz_leave_out before insert on "order" for each row when (new.number_key = '702')
    execute function leave_alone()`;
});
afterAll(async () => {
  await Promise.all([owner.end(), jobs.end()]);
  rmSync(folder, { recursive: true, force: true });
});

function load(rows: readonly Record<string, string>[]) {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, orderFile(rows));
  return importOrderFile(drizzle(jobs), file);
}

test("a line whose order takes no change is refused by itself, and the rest of the file goes in", async () => {
  const rows = Array.from({ length: 701 }, (_, at) => orderCells(at + 1));
  expect(await load(rows)).toMatchObject({ inserted: 701, refusedLines: 0 });
  const voided = rows.map((row) => ({ ...row, ESTADO: "ANULADA" }));
  const report = await load([...voided, orderCells(702), orderCells(703)]);
  expect(report).toMatchObject({ inserted: 1, changed: 700, refusedLines: 2, held: 0, repeated: 0 });
  expect(report.faults).toEqual([
    { line: 3, column: "NRODCTO", cell: "0000002", code: "not_written" },
    { line: 703, column: "NRODCTO", cell: "0000702", code: "not_written" },
  ]);
  const [counts] = await owner`select count(*) filter (where state = 'annulled')::int as annulled,
    count(*) filter (where state = 'issued')::int as issued from "order"`;
  expect(counts).toEqual({ annulled: 700, issued: 2 });
  const [run] = await owner`select state, inserted, changed, held, refused, repeated from import_run
    order by started_at desc limit 1`;
  expect(run).toEqual({ state: "finished", inserted: 1, changed: 700, held: 0, refused: 2, repeated: 0 });
});
