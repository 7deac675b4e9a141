import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { importAgreementFile } from "@/domain/agreement/import-agreements";
import { importOrderFile } from "@/domain/import/import-orders";
import { uploadTable } from "@/domain/import/upload";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let jobs: ReturnType<typeof connect>;
let db: Database;
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-corridas-"));

beforeAll(async () => {
  const url = await separateDatabase("corridas");
  owner = connect(url, null, 1);
  jobs = connect(url, "app_jobs", 1);
  db = drizzle(jobs);
  await owner`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city)
    values ('Caja', 'Caja', '890102044', '605 000 0000', 'de 7 a 5', 'a@caja.example', 'Calle 1', 'Barranquilla')
    on conflict do nothing`;
});
afterAll(async () => {
  await owner.end();
  await jobs.end();
  rmSync(folder, { recursive: true, force: true });
});

function save(content: string): string {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, content);
  return file;
}

const newest = async () => {
  const [run] = await owner<
    { state: string; failure: string | null; lines: number; inserted: number; notes: object | null }[]
  >`select state, failure, lines, inserted, notes from import_run order by started_at desc limit 1`;
  return run;
};

const many = (from: number, count: number) => Array.from({ length: count }, (_, at) => orderCells(from + at));

test("a file refused at its header is a failed run with the reason", async () => {
  const file = save(orderFile([orderCells(1)]).replace("VENCE", "VENCIMIENTO"));
  await expect(importOrderFile(db, file)).rejects.toMatchObject({ code: "columns", names: ["VENCE"] });
  expect(await newest()).toMatchObject({ state: "failed", failure: "columns" });
  const [event] = await owner`select action from audit_event order by seq desc limit 1`;
  expect(event).toEqual({ action: "orders.import_failed" });
});

const unreadable: [what: string, content: Uint8Array, code: string][] = [
  ["an old workbook", Buffer.from("d0cf11e0a1b11ae1".padEnd(1_024, "0"), "hex"), "old_workbook"],
  ["an empty file", Buffer.alloc(0), "empty"],
  ["letters of four bytes", Buffer.from("TIPODCTO".replace(/./g, "$&\0\0\0")), "not_text"],
  ["a page of the web", Buffer.from("<html><table></table></html>"), "markup"],
  ["another program's archive", Buffer.from("504b0304".padEnd(200, "0"), "hex"), "broken_workbook"],
];

test.each(unreadable)(
  "%s is a failed run, on the command line and on the screen",
  async (_, content, code) => {
    const file = path.join(folder, `${crypto.randomUUID()}.xls`);
    writeFileSync(file, content);
    const kinds = [
      { subject: "orders", start: () => importOrderFile(db, file) },
      { subject: "agreements", start: () => importAgreementFile(db, file) },
    ];
    for (const { subject, start } of kinds) {
      await expect(start()).rejects.toMatchObject({ code });
      expect(await newest()).toMatchObject({ state: "failed", failure: code, lines: 0 });
      const [event] =
        await owner`select action, detail->>'reason' as reason from audit_event order by seq desc limit 1`;
      expect(event).toEqual({ action: `${subject}.import_failed`, reason: code });
    }
    const [before] = await owner`select count(*)::int as n from import_run`;
    await expect(importOrderFile(db, file, { dryRun: true })).rejects.toMatchObject({ code });
    expect(await owner`select count(*)::int as n from import_run`).toEqual([before]);
    if (code === "broken_workbook") return; // the screen finds that in the background
    const name = `${crypto.randomUUID()}.xls`;
    const sent = uploadTable(
      await importer(owner),
      "orders",
      { name, content: new Blob([new Uint8Array(content)]) },
      client,
    );
    await expect(sent).rejects.toMatchObject({ code });
    const [run] =
      await owner`select state, failure, started_by is not null as by from import_run where file_name = ${name}`;
    expect(run).toEqual({ state: "failed", failure: code, by: true });
  },
);

test.each([
  ["only a header", []],
  ["no good line", [orderCells(2, { NOMBRE: "" })]],
])("a file with %s is a failed run, and the age of the order data does not change", async (_, rows) => {
  await owner`insert into import_run (subject, file_name, sha256, state, lines, finished_at)
    values ('orders', 'ordenes.csv', '', 'finished', 1, now() - interval '30 hours')`;
  expect(await importOrderFile(db, save(orderFile(rows)))).toMatchObject({
    noOrders: true,
    lines: rows.length,
  });
  expect(await newest()).toMatchObject({ state: "failed", failure: "no_rows" });
  expect(await call(drizzle(owner), "find_stale_import", {})).not.toBeNull();
});

test("a run records how its file was parsed", async () => {
  await importOrderFile(db, save(orderFile([orderCells(5)])));
  expect(await newest()).toMatchObject({ state: "finished", notes: { encoding: "utf-8", delimiter: ";" } });
});

test("with all-or-nothing one bad line stops the import, and the run is failed", async () => {
  const file = save(orderFile([orderCells(10), orderCells(11, { VALOR: "0" })]));
  expect(await importOrderFile(db, file, { allOrNothing: true })).toMatchObject({ nothingDone: true });
  expect(await newest()).toMatchObject({ state: "failed", failure: "all_or_nothing", inserted: 0 });
});

test("all-or-nothing holds when the file grows while it is read", async () => {
  const file = save(orderFile(many(1_000, 1_200)));
  let grown = false;
  const report = await importOrderFile(db, file, {
    allOrNothing: true,
    onProgress: () => {
      if (!grown) appendFileSync(file, orderFile([orderCells(9_000), orderCells(9_001, { VALOR: "0" })]));
      grown = true;
    },
  });
  expect(report).toMatchObject({ inserted: 1_200, refusedLines: 0, nothingDone: false });
  const [late] = await owner`select 1 from "order" where number_key = '9000'`;
  expect(late).toBeUndefined();
});

test("a run started on the command line can be cancelled on the screen and stops at its next batch", async () => {
  const { actor } = await importer(owner);
  const cancel = owner`select stop_import(id, ${actor.personId}, '') as outcome from import_run where state = 'running'`;
  let cancelled: Promise<unknown> | undefined;
  const running = importOrderFile(db, save(orderFile(many(20_000, 6_000))), {
    onProgress: () => {
      cancelled ??= cancel.execute();
    },
  });
  await expect(running).rejects.toMatchObject({ name: "ImportOver" });
  expect(await cancelled).toEqual([{ outcome: "done" }]);
  const run = await newest();
  expect(run).toMatchObject({ state: "cancelled" });
  const [stored] =
    await owner`select count(*)::int as n from "order" where length(number) = 7 and number like '002%'`;
  expect(stored?.n).toBe(run?.inserted);
  expect(run?.inserted).toBeLessThan(6_000);
});

test("a run that is cancelled ends as failed", async () => {
  const stopping = new AbortController();
  const running = importOrderFile(db, save(orderFile(many(30_000, 2_000))), {
    signal: stopping.signal,
    onProgress: () => stopping.abort(),
  });
  await expect(running).rejects.toMatchObject({ name: "ImportStopped" });
  expect(await newest()).toMatchObject({ state: "failed", failure: "interrupted" });
});

test("a run whose process died becomes failed when its lease expires, and not before", async () => {
  const lease = async (until: string) => {
    await owner`insert into import_run (subject, file_name, sha256, state, lines, leased_by, leased_until)
      values ('orders', 'muerto.csv', '', 'running', 0, gen_random_uuid(), now() + ${until}::interval)`;
    await call(db, "import_waits", {});
    return newest();
  };
  expect(await lease("1 minute")).toMatchObject({ state: "running" });
  expect(await lease("-1 second")).toMatchObject({ state: "failed", failure: "interrupted" });
  await owner`update import_run set leased_until = now() where state = 'running'`;
});
