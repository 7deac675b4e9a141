import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import {
  countFindings,
  findEarlierImport,
  findImport,
  listChanges,
  listFaults,
} from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { cellPlace } from "@/domain/import/sealed-file";
import { cancelUploaded, confirmUploaded } from "@/domain/import/upload";
import { applyRetention } from "@/domain/retention/apply";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { orderColumns } from "@/model/order-field";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";
import { workbookOf } from "@/tests/support/workbook";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("importar"), null, 2);
  grant = await importer(owner);
});
afterAll(() => owner.end());

const worker = () => ({ id: randomUUID(), leaseSeconds: 20 });
const work = () => workOnImport(jobsDatabase(), worker());
const orders = async (prefix: string) =>
  (
    await owner<{ number: string; value: number; state: string }[]>`
      select number, value::int as value, state from "order" where number like ${`${prefix}%`} order by number`
  ).map((row) => [row.number, row.value, row.state]);

async function found(run: string) {
  const row = await findImport(cajaDatabase(), grant, run);
  if (!row) throw new Error("no such run");
  return row;
}

const confirm = (run: string, applyChanges = false) => confirmUploaded(grant, { run, applyChanges }, client);

test("an uploaded file is previewed first and imported only when confirmed", async () => {
  const rows = [
    orderCells(1, { NRODCTO: "A1" }),
    orderCells(2, { NRODCTO: "A2", VALOR: "48O.000" }),
    orderCells(1, { NRODCTO: "A1" }),
  ];
  const run = await upload(grant, orderFile(rows));
  expect(await found(run)).toMatchObject({ state: "preview_queued", startedBy: "Rosa Torregrosa" });
  expect(await work()).toBe(true);
  expect(await found(run)).toMatchObject({
    state: "previewed",
    lines: 3,
    previewNew: 1,
    previewChanged: 0,
    repeated: 1,
    refused: 1,
  });
  expect(await orders("A")).toEqual([]);
  const [fault] = await listFaults(cajaDatabase(), run, { warning: false, limit: 10 });
  expect(fault).toMatchObject({ line: 3, column: "VALOR", code: "value_letter" });
  expect(unseal(fault?.saidSealed ?? Buffer.alloc(0), cellPlace(run, 3, 0))).toBe("48O.000");
  const [plain] = await owner`select 1 from import_chunk where position('NRODCTO'::bytea in content) > 0`;
  expect(plain).toBeUndefined();

  expect(await work()).toBe(false);
  await confirm(run);
  await expect(confirm(run)).rejects.toMatchObject({ code: "import_moved_on" });
  await work();
  expect(await found(run)).toMatchObject({
    state: "finished",
    inserted: 1,
    repeated: 1,
    refused: 1,
    linesDone: 3,
  });
  expect(await orders("A")).toEqual([["A1", 135_000, "issued"]]);
  const events = await owner`select action from audit_event where subject_id = ${run} order by seq`;
  expect(events.map(({ action }) => action)).toEqual([
    "orders.file_uploaded",
    "orders.import_confirmed",
    "orders.imported",
  ]);
});

test("a workbook is imported the same way, and the same file again is recognised", async () => {
  const cells = orderCells(3, { NRODCTO: "0B1" });
  const book = workbookOf([[...orderColumns], orderColumns.map((column) => cells[column] ?? "")]);
  const run = await upload(grant, book, "ordenes.xlsx");
  await work();
  await confirm(run);
  await work();
  expect(await orders("0B")).toEqual([["0B1", 135_000, "issued"]]);
  const again = await upload(grant, book, "copia.xlsx");
  await work();
  expect(await findEarlierImport(cajaDatabase(), await found(again))).toEqual((await found(run)).finishedAt);
  expect(await found(again)).toMatchObject({ previewNew: 0, repeated: 1 });
});

test("a changed known order is updated only when ticked, and a used one never", async () => {
  const file = (more: Record<string, string>, used: Record<string, string>) =>
    orderFile([
      orderCells(1, { NRODCTO: "C1", ...more }),
      orderCells(2, { NRODCTO: "C2", ESTADO: "UTILIZADA", ...used }),
      orderCells(3, { NRODCTO: "C3", ...(more.VALOR ? { ESTADO: "ANULADA" } : {}) }),
    ]);
  const first = await upload(grant, file({}, {}));
  await work();
  await confirm(first);
  await work();
  for (const applyChanges of [false, true]) {
    const run = await upload(grant, file({ VALOR: "200000" }, { VALOR: "300000" }));
    await work();
    expect(await found(run)).toMatchObject({
      previewNew: 0,
      previewChanged: applyChanges ? 0 : 1,
      held: 2,
    });
    expect(await countFindings(cajaDatabase(), run)).toMatchObject({ tickable: 1 });
    expect(await listChanges(cajaDatabase(), run, 10)).toMatchObject([
      { number: "C1", applied: [], held: ["VALOR"], kept: null },
      { number: "C2", applied: [], held: ["VALOR"], kept: "used" },
      ...(applyChanges ? [] : [{ number: "C3", applied: ["ESTADO"], held: [] }]),
    ]);
    await confirm(run, applyChanges);
    await work();
    expect(await orders("C")).toEqual([
      ["C1", applyChanges ? 200_000 : 135_000, "issued"],
      ["C2", 135_000, "used"],
      ["C3", 135_000, "annulled"],
    ]);
    expect(await found(run)).toMatchObject({ changed: 1, held: applyChanges ? 1 : 2 });
  }
});

test("a file that is not a table of orders fails with a reason", async () => {
  const nothing = await upload(grant, "UNO;DOS\n1;2\n");
  await work();
  expect(await found(nothing)).toMatchObject({
    state: "failed",
    failure: "no_header",
    failureFact: "UNO;DOS",
  });
  const run = await upload(grant, orderFile([orderCells(1)]).replace("NRODCTO", "NUMERO"));
  await work();
  expect(await found(run)).toMatchObject({ state: "failed", failure: "columns" });
  expect((await found(run)).failureFact).toContain("NRODCTO");
  await expect(upload(grant, Buffer.from("d0cf11e0a1b11ae1", "hex"))).rejects.toMatchObject({
    code: "old_workbook",
  });
});

test("a cancelled file is deleted at once and cannot be confirmed", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "D1" })]));
  await work();
  await cancelUploaded(grant, run, client);
  expect(await countFindings(cajaDatabase(), run)).toMatchObject({ fileKept: false, faultLines: 0 });
  await expect(confirm(run)).rejects.toMatchObject({ code: "import_moved_on" });
  await expect(cancelUploaded(grant, run, client)).rejects.toMatchObject({ code: "import_moved_on" });
});

test("an auditor and a removed person can neither upload nor confirm a file, also not by calling the functions", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "E1" })]));
  await work();
  const auditor = { actor: { ...grant.actor, personId: (await importer(owner)).actor.personId } };
  await owner`update person set caja_role = 'auditor' where id = ${auditor.actor.personId}`;
  const [refused] =
    await owner`select accept_import(${run}, ${auditor.actor.personId}, false, '') as accepted,
    (begin_import_upload(${auditor.actor.personId}, 'x.csv')).*`;
  expect(refused).toEqual({ accepted: "not_allowed", outcome: "not_allowed", run: null });
});

test("an import has one worker at a time: after its lease expires another takes over, and the first must stop", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "F1" })]));
  const [first, second] = [randomUUID(), randomUUID()];
  const claims = await Promise.all(
    [first, second].map((id) =>
      call(jobsDatabase(), "claim_import", { worker: id, leaseSeconds: 20, attempts: 50 }),
    ),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
  const holder = claims[0] ? first : second;
  expect(
    await call(jobsDatabase(), "claim_import", { worker: randomUUID(), leaseSeconds: 20, attempts: 50 }),
  ).toBeNull();
  const renewal = { run, worker: holder, lines: 1, leaseSeconds: 20 };
  const expire = () =>
    owner`update import_run set leased_until = now() - interval '1 second' where id = ${run}`;
  // A machine that is busy with others makes a worker late: the file stays its own while nobody took it.
  await expire();
  expect(await call(jobsDatabase(), "renew_import_lease", renewal)).toBe("done");
  await expire();
  const next = { worker: randomUUID(), leaseSeconds: 20, attempts: 50 };
  expect(await call(jobsDatabase(), "claim_import", next)).not.toBeNull();
  expect(await call(jobsDatabase(), "renew_import_lease", renewal)).toBe("lost");
  await expire();
  expect(await work()).toBe(true);
  expect(await found(run)).toMatchObject({ state: "previewed", previewNew: 1 });
});

test("a file that kills every worker is given up after its last attempt", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "G1" })]));
  await owner`update import_run set attempts = 2 where id = ${run}`;
  const last = randomUUID();
  expect(
    await call(jobsDatabase(), "claim_import", { worker: last, leaseSeconds: 20, attempts: 3 }),
  ).toMatchObject({ id: run });
  await owner`update import_run set leased_until = now() where id = ${run}`;
  expect(await work()).toBe(false);
  expect(await found(run)).toMatchObject({ state: "failed", failure: "gave_up" });
});

test("after one day the content of the lines is deleted and the counts are kept", async () => {
  const run = await upload(
    grant,
    orderFile([orderCells(1, { NRODCTO: "P1" }), orderCells(2, { NOMBRE: "" })]),
  );
  await work();
  await confirm(run);
  await work();
  await applyRetention(jobsDatabase());
  expect(await countFindings(cajaDatabase(), run)).toMatchObject({ faultLines: 1, fileKept: true });
  await owner`update import_run set started_at = started_at - interval '25 hours', finished_at = finished_at - interval '25 hours' where id = ${run}`;
  await applyRetention(jobsDatabase());
  expect(await countFindings(cajaDatabase(), run)).toMatchObject({ faultLines: 0, fileKept: false });
  expect(await found(run)).toMatchObject({ state: "finished", inserted: 1, refused: 1 });
});

test("a file not confirmed within one day is cancelled and deleted", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "I1" })]));
  await work();
  await owner`update import_run set started_at = started_at - interval '25 hours' where id = ${run}`;
  await applyRetention(jobsDatabase());
  expect(await found(run)).toMatchObject({ state: "cancelled" });
  expect(await countFindings(cajaDatabase(), run)).toMatchObject({ fileKept: false });
});
