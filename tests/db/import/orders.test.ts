import { spawn } from "node:child_process";
import { createHash, randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { type ImportOptions, importOrderFile } from "@/domain/import/import-orders";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { unseal } from "@/lib/crypto/seal";
import { orderCells, orderFile } from "@/tests/support/factories/order";

const url = process.env.DATABASE_URL ?? "";
const owner = connect(url, null, 2);
const jobs = connect(url, "app_jobs", 1);
const db = drizzle(jobs);
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-ordenes-"));

afterAll(async () => {
  await owner.end();
  await jobs.end();
  rmSync(folder, { recursive: true, force: true });
});

/** A range of order numbers that no other test has. */
const freshSerial = () => randomInt(1_000, 800_000) * 1_000;

function save(rows: readonly Record<string, string>[]): string {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, orderFile(rows));
  return file;
}

const load = (rows: readonly Record<string, string>[], options: ImportOptions = {}) =>
  importOrderFile(db, save(rows), options);

async function stored(serial: number) {
  const rows = await owner<
    {
      id: string;
      number: string;
      number_key: string;
      value: string;
      state: string;
      concept: string;
      affiliate_id_sealed: Buffer;
      affiliate_name_sealed: Buffer;
    }[]
  >`select id, number, number_key, value::text as value, state, concept, affiliate_id_sealed, affiliate_name_sealed
    from "order" where number_key = any(${Array.from({ length: 1000 }, (_, index) => String(serial + index))})
    order by length(number_key), number_key`;
  return rows.map((row) => ({
    number: row.number,
    value: Number(row.value),
    state: row.state,
    concept: row.concept,
    affiliateId: unseal(row.affiliate_id_sealed, affiliateIdPlace(row.id)),
    affiliateName: unseal(row.affiliate_name_sealed, affiliateNamePlace(row.id)),
  }));
}

const eventsOf = async (action: string, serial: number) =>
  (
    await owner`select 1 from audit_event e join "order" o on o.id::text = e.subject_id
      where e.action = ${action} and o.number_key = ${String(serial)}`
  ).length;

test("good lines are imported with personal data encrypted, and bad lines are reported", async () => {
  const at = freshSerial();
  const report = await load([orderCells(at), orderCells(at + 1, { VALOR: "48O.000" }), orderCells(at + 2)]);
  expect(report).toMatchObject({ lines: 3, inserted: 2, refusedLines: 1, repeated: 0 });
  const orders = await stored(at);
  expect(orders.map(({ affiliateName }) => affiliateName)).toEqual(["Ana Ñúñez", "Ana Ñúñez"]);
  // The whole name: three letters stand in one of many thousand sealed names by chance.
  const [plain] = await owner`select 1 from "order"
    where position(convert_to('Ana Ñúñez', 'UTF8') in affiliate_name_sealed) > 0`;
  expect(plain).toBeUndefined();
});

test("a dry run reports what the real run does, and writes nothing", async () => {
  const at = freshSerial();
  await load([orderCells(at)]);
  const file = save([
    orderCells(at, { ESTADO: "ANULADA" }),
    orderCells(at + 1),
    orderCells(at + 2, { VENCE: "31/02/2027" }),
  ]);
  const before = await stored(at);
  const rehearsal = await importOrderFile(db, file, { dryRun: true });
  expect(await stored(at)).toEqual(before);
  const real = await importOrderFile(db, file);
  expect({ ...rehearsal, dryRun: false }).toEqual(real);
  expect(real).toMatchObject({ inserted: 1, changed: 1, refusedLines: 1 });
});

test("with all-or-nothing one bad line stops the whole import", async () => {
  const at = freshSerial();
  const rows = [orderCells(at), orderCells(at + 1, { NOMBRE: "" })];
  const report = await load(rows, { allOrNothing: true });
  expect(report).toMatchObject({ nothingDone: true, inserted: 0, refusedLines: 1 });
  expect(await stored(at)).toEqual([]);
  expect(await load([orderCells(at)], { allOrNothing: true })).toMatchObject({
    inserted: 1,
    nothingDone: false,
  });
});

test("importing the same file again changes nothing and says that the file is known", async () => {
  const at = freshSerial();
  const file = save([orderCells(at), orderCells(at + 1)]);
  await importOrderFile(db, file);
  const before = await owner`select xmin::text from "order" where number_key = ${String(at)}`;
  const again = await importOrderFile(db, file);
  expect(again).toMatchObject({ inserted: 0, changed: 0, repeated: 2, held: 0 });
  expect(again.readBefore).toBeInstanceOf(Date);
  expect(await owner`select xmin::text from "order" where number_key = ${String(at)}`).toEqual(before);
});

test("an order in force that the file voids or uses up changes state, with an audit event", async () => {
  const at = freshSerial();
  await load([orderCells(at), orderCells(at + 1)]);
  const report = await load([
    orderCells(at, { ESTADO: "ANULADA" }),
    orderCells(at + 1, { ESTADO: "UTILIZADA" }),
  ]);
  expect(report).toMatchObject({ changed: 2, held: 0 });
  expect((await stored(at)).map(({ state }) => state)).toEqual(["annulled", "used"]);
  expect(await eventsOf("order.annulled", at)).toBe(1);
  expect(await eventsOf("order.used", at + 1)).toBe(1);
});

test("any other difference is listed, and applied only on request", async () => {
  const at = freshSerial();
  await load([orderCells(at)]);
  const other = [orderCells(at, { VALOR: "240000", NOMBRE: "Beatriz Polo" })];
  const listed = await load(other);
  expect(listed).toMatchObject({ changed: 0, held: 1 });
  expect(listed.changes).toMatchObject([{ line: 2, applied: [], held: ["NOMBRE", "VALOR"], kept: null }]);
  expect(await stored(at)).toMatchObject([{ value: 135_000, affiliateName: "Ana Ñúñez" }]);
  expect(await load(other, { applyChanges: true })).toMatchObject({ changed: 1, held: 0 });
  expect(await stored(at)).toMatchObject([{ value: 240_000, affiliateName: "Beatriz Polo" }]);
  expect(await eventsOf("order.changed", at)).toBe(1);
});

test("an order missing from a later file stays unchanged", async () => {
  const at = freshSerial();
  await load([orderCells(at), orderCells(at + 1)]);
  await load([orderCells(at)]);
  expect(await stored(at)).toHaveLength(2);
});

test("two concurrent runs of one file import each order once", async () => {
  const at = freshSerial();
  const file = save(Array.from({ length: 700 }, (_, index) => orderCells(at + index)));
  const second = connect(url, "app_jobs", 1);
  const reports = await Promise.all([importOrderFile(db, file), importOrderFile(drizzle(second), file)]);
  await second.end();
  expect(reports.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(700);
  expect(await stored(at)).toHaveLength(700);
});

test("the audit event of a run has the file's digest and counts", async () => {
  const at = freshSerial();
  const file = save([orderCells(at), orderCells(at, { VALOR: "1" })]);
  await importOrderFile(db, file);
  const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
  // Another test may import meanwhile: the event is found by the digest of this file.
  const [event] = await owner<{ detail: Record<string, unknown> }[]>`
    select e.detail from audit_event e where e.action = 'orders.imported' and e.detail ->> 'sha256' = ${digest}`;
  expect(event?.detail).toMatchObject({ lines: 2, inserted: 1, refused: 1 });
});

test("the database role of the import reads orders and writes them only through the import functions", async () => {
  await expect(jobs.unsafe(`update "order" set value = 1`)).rejects.toThrow(/permission denied/);
  await expect(jobs.unsafe(`delete from "order"`)).rejects.toThrow(/permission denied/);
});

test.each([1, 1_000, 2_500])(
  "a run killed after %i orders and repeated gives the same result as an uninterrupted one",
  async (moment) => {
    const at = 900_000_000_000 + randomInt(1, 80_000_000) * 1_000;
    const rows = Array.from({ length: 5_000 }, (_, index) =>
      orderCells(at, {
        NRODCTO: `K${at}X${String(index + 1)}`.slice(0, 20),
        NIT: String(1_043_000_000 + index),
      }),
    );
    const file = save(rows);
    const count = async () =>
      Number((await owner`select count(*)::int as n from "order" where number_key like ${`K${at}X%`}`)[0]?.n);
    const child = spawn("node", ["--import", "tsx", "scripts/import-orders.ts", file], { stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    let alive = true;
    child.once("exit", () => {
      alive = false;
    });
    while (alive && (await count()) < moment);
    child.kill("SIGKILL");
    await ended;
    const half = await count();
    expect(half).toBeGreaterThanOrEqual(moment);

    const report = await importOrderFile(db, file);
    expect(report).toMatchObject({ inserted: 5_000 - half, repeated: half, held: 0, refusedLines: 0 });
    expect(await count()).toBe(5_000);
    expect(await importOrderFile(db, file)).toMatchObject({ inserted: 0, changed: 0, repeated: 5_000 });
  },
  60_000,
);
