import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { countFindings, findImport } from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { readSample } from "@/domain/import/sample";
import { cancelUploaded, confirmUploaded } from "@/domain/import/upload";
import type { Grant } from "@/model/access";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("fases"), null, 2);
  grant = await importer(owner);
});
afterAll(() => owner.end());

const work = () => workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
const confirm = (run: string) => confirmUploaded(grant, { run, applyChanges: false }, client);
const orders = async (prefix: string) =>
  owner<{ number: string }[]>`select number from "order" where number like ${`${prefix}%`}`;

async function found(run: string) {
  const row = await findImport(cajaDatabase(), grant, run);
  if (!row) throw new Error("no such run");
  return row;
}

test("an import can be cancelled during the preview and while it is loaded", async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => orderCells(7, { NRODCTO: `L${at}` }));
  const cancelDuring = async (run: string, state: string) => {
    const working = work();
    await expect
      .poll(async () => (await found(run)).linesDone, { interval: 20, timeout: 20_000 })
      .toBeGreaterThan(0);
    expect((await found(run)).state).toBe(state);
    await cancelUploaded(grant, run, client);
    await working;
    return found(run);
  };
  const looked = await upload(grant, orderFile(rows));
  expect(await cancelDuring(looked, "preview_queued")).toMatchObject({ state: "cancelled", inserted: 0 });
  const loaded = await upload(grant, orderFile(rows));
  await work();
  await confirm(loaded);
  const run = await cancelDuring(loaded, "import_queued");
  expect(run.state).toBe("cancelled");
  expect((await orders("L")).length).toBe(run.inserted);
  expect(await countFindings(cajaDatabase(), loaded)).toMatchObject({ fileKept: false });
  expect(await work()).toBe(false);
});

test("a worker that stops with its server does not count as an attempt", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "M1" })]));
  const worker = randomUUID();
  await call(jobsDatabase(), "claim_import", { worker, leaseSeconds: 20, attempts: 3 });
  await call(jobsDatabase(), "release_import", { worker, died: false });
  const [row] = await owner`select attempts, leased_until from import_run where id = ${run}`;
  expect(row).toEqual({ attempts: 0, leased_until: null });
  await work();
});

test("a worker killed by its file counts as an attempt, and the next one need not wait for the lease", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "M2" })]));
  const worker = randomUUID();
  await call(jobsDatabase(), "claim_import", { worker, leaseSeconds: 20, attempts: 3 });
  await call(jobsDatabase(), "release_import", { worker, died: true });
  const [row] = await owner`select attempts, leased_until from import_run where id = ${run}`;
  expect(row).toEqual({ attempts: 1, leased_until: null });
  await work();
});

test("the preview's assumptions and first rows are stored until the file is deleted", async () => {
  const rows = Array.from({ length: 9 }, (_, at) =>
    orderCells(at, { NRODCTO: `N${at}`, NOMBRE: at === 8 ? "Ana Ñúñez" : "Ana Perez" }),
  );
  const run = await upload(grant, Buffer.from(orderFile(rows), "latin1"));
  await work();
  expect((await found(run)).notes).toMatchObject({ encoding: "windows-1252", delimiter: ";" });
  const sample = await readSample(cajaDatabase(), run);
  expect(sample.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 10]);
  expect(sample.at(-1)).toEqual({
    line: 10,
    number: "AS N8",
    name: "Ana Ñúñez",
    idKind: "CC",
    idNumber: "1043000008",
    value: 135_000,
    issuedOn: "2026-11-01",
    validUntil: "2026-12-15",
    providerNit: null,
  });
  const [plain] = await owner`select 1 from import_chunk where position('Perez'::bytea in content) > 0`;
  expect(plain).toBeUndefined();
  await cancelUploaded(grant, run, client);
  expect(await readSample(cajaDatabase(), run)).toEqual([]);
});

test.each([
  ["header", ""],
  ["header and blank lines", "\r\n;;;;;;;;;;;\r\n"],
])(
  "the preview of a file with only its %s ends as failed and does not count as an import",
  async (_, below) => {
    const run = await upload(grant, `${orderFile([])}${below}`);
    await work();
    expect(await found(run)).toMatchObject({ state: "failed", failure: "no_rows" });
    expect(await work()).toBe(false);
    const [event] =
      await owner`select detail from audit_event where action = 'orders.import_failed' and subject_id = ${run}`;
    expect(event?.detail).toMatchObject({ reason: "no_rows" });
  },
);
