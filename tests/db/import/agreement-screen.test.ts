import { randomInt, randomUUID } from "node:crypto";
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
  listImportMoves,
} from "@/db/queries/import-runs";
import { agreementColumns } from "@/domain/agreement/row";
import { workOnImport } from "@/domain/import/job";
import { cancelUploaded, confirmUploaded } from "@/domain/import/upload";
import type { Grant } from "@/model/access";
import { agreementCells, agreementFile } from "@/tests/support/factories/agreement";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import {
  agreementImporter,
  client,
  importer,
  uploadAgreements,
  upload as uploadOrders,
} from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";
import { workbookOf } from "@/tests/support/workbook";

let owner: ReturnType<typeof connect>;
let grant: Grant<"agreement.manage">;
let officer: Awaited<ReturnType<typeof importer>>;

beforeAll(async () => {
  owner = connect(await separateDatabase("convenios"), null, 2);
  grant = await agreementImporter(owner);
  officer = await importer(owner);
});
afterAll(() => owner.end());

const worker = () => ({ id: randomUUID(), leaseSeconds: 20 });
const work = () => workOnImport(jobsDatabase(), worker());
const freshNit = () => String(randomInt(100_000_000, 999_999_999));
const upload = (content: string | Buffer) => uploadAgreements(grant, content);
const confirm = (run: string, moves: number[] = []) => confirmUploaded(grant, { run, moves }, client);

async function found(run: string) {
  const row = await findImport(cajaDatabase(), grant, run, "agreements");
  if (!row) throw new Error("no such run");
  return row;
}

const stored = async (...numbers: string[]) =>
  (
    await owner<{ number: string; nit: string; name: string }[]>`
      select number, nit, legal_name as name from agreement where number in ${owner(numbers)} order by number`
  ).map(({ number, nit, name }) => [number, nit, name]);

async function previewed(rows: Record<string, string>[]): Promise<string> {
  const run = await upload(agreementFile(rows));
  await work();
  expect(await found(run)).toMatchObject({ state: "previewed" });
  return run;
}

async function imported(rows: Record<string, string>[], moves: number[] = []) {
  const run = await previewed(rows);
  await confirm(run, moves);
  await work();
  return found(run);
}

test("an e-mail that cannot be read is a warning of its line in the preview and after the import", async () => {
  const run = await previewed([agreementCells(freshNit(), { CORREO: "mailto:a@b.co" })]);
  const warned = () => listFaults(cajaDatabase(), run, { warning: true, limit: 10 });
  const warning = [{ line: 2, column: "CORREO", code: "email_unread" }];
  expect(await warned()).toMatchObject(warning);
  await confirm(run);
  await work();
  expect([await found(run), ...(await warned())]).toMatchObject([{ inserted: 1, refused: 0 }, ...warning]);
});

test("an uploaded file of convenios is previewed first and imported only when confirmed", async () => {
  const [one, two] = [freshNit(), freshNit()];
  const rows = [
    agreementCells(one),
    agreementCells(two, { HASTA: "31/02/2027" }),
    agreementCells(one),
    agreementCells(freshNit(), { DV: "x" }),
  ];
  const run = await previewed(rows);
  expect(await found(run)).toMatchObject({ lines: 4, previewNew: 1, repeated: 1, refused: 2 });
  expect(await stored(`CV-${one}`)).toEqual([]);
  expect(await listFaults(cajaDatabase(), run, { warning: false, limit: 10 })).toMatchObject([
    { line: 3, column: "HASTA", code: "no_such_day" },
    { line: 5, column: "DV", code: "check_digit" },
  ]);
  expect(await work()).toBe(false);
  await confirm(run);
  await expect(confirm(run)).rejects.toMatchObject({ code: "import_moved_on" });
  await work();
  expect(await found(run)).toMatchObject({ state: "finished", inserted: 1, repeated: 1, refused: 2 });
  expect(await stored(`CV-${one}`)).toHaveLength(1);
  const events = await owner`select action from audit_event where subject_id = ${run} order by seq`;
  expect(events.map(({ action }) => action)).toEqual([
    "agreements.file_uploaded",
    "agreements.import_confirmed",
    "agreements.imported",
  ]);
});

test("the same file again, as a workbook or in another encoding, changes nothing and is recognised", async () => {
  const nit = freshNit();
  const cells = agreementCells(nit, { RAZON_SOCIAL: "Peñalosa Núñez y Cía." });
  const text = agreementFile([cells]);
  const first = await imported([cells]);
  const again = await upload(text);
  await work();
  expect(await findEarlierImport(cajaDatabase(), await found(again))).toEqual(first.finishedAt);
  expect(await found(again)).toMatchObject({ previewNew: 0, previewChanged: 0, repeated: 1 });
  const book = workbookOf([[...agreementColumns], agreementColumns.map((column) => cells[column] ?? "")]);
  for (const content of [book, Buffer.from(text.slice(1), "latin1"), Buffer.from(text, "utf16le")]) {
    const run = await upload(content);
    await work();
    expect(await found(run)).toMatchObject({ previewNew: 0, previewChanged: 0, repeated: 1, refused: 0 });
  }
});

test("a convenio takes another NIT only by its own tick, and what hangs on the old NIT is listed", async () => {
  const [one, two, after, third] = [freshNit(), freshNit(), freshNit(), freshNit()];
  const cells = (was: string, nit: string, more = {}) =>
    agreementCells(nit, { CONVENIO: `MV-${was}`, ...more });
  await imported([cells(one, one), cells(two, two)]);
  const number = (at: number) => `${one}${at}`;
  const orders = await uploadOrders(
    officer,
    orderFile([
      orderCells(1, { NRODCTO: number(1), NIT_PROVEEDOR: one }),
      orderCells(2, { NRODCTO: number(2), NIT_PROVEEDOR: one }),
      orderCells(3, { NRODCTO: number(3), NIT_PROVEEDOR: one, ESTADO: "UTILIZADA" }),
    ]),
  );
  await work();
  await confirmUploaded(officer, { run: orders }, client);
  await work();
  const run = await previewed([
    cells(one, after, { TELEFONO: "6051112233" }),
    cells(two, third),
    agreementCells(freshNit()),
  ]);
  expect(await found(run)).toMatchObject({ previewNew: 1, previewChanged: 0, held: 2 });
  expect(await countFindings(cajaDatabase(), run)).toMatchObject({ moves: 2, changes: 0 });
  expect(await listImportMoves(cajaDatabase(), run, 10, 0)).toMatchObject([
    {
      ...{ line: 2, number: `MV-${one}`, nitFrom: one, nitTo: after, accepted: false },
      ...{ orders: 2, amount: 270_000, uses: 1, numbers: [`AS ${number(1)}`, `AS ${number(2)}`] },
    },
    { line: 3, number: `MV-${two}`, nitFrom: two, nitTo: third, accepted: false, orders: 0, uses: 0 },
  ]);
  await confirm(run, [2, 4, 999]); // of lines that were not asked about a tick means nothing
  await work();
  expect(await found(run)).toMatchObject({ state: "finished", inserted: 1, changed: 1, held: 1 });
  expect((await stored(`MV-${one}`, `MV-${two}`)).map(([, nit]) => nit).sort()).toEqual([after, two].sort());
  expect(await listImportMoves(cajaDatabase(), run, 10, 0)).toMatchObject([
    { line: 2, accepted: true },
    { line: 3, accepted: false },
  ]);
  // Never by the file alone: the same file without a tick leaves the other one as it is.
  const again = await upload(agreementFile([cells(two, third)]));
  await work();
  await confirm(again);
  await work();
  expect(await found(again)).toMatchObject({ state: "finished", changed: 0, held: 1 });
  expect((await stored(`MV-${two}`)).map(([, nit]) => nit)).toEqual([two]);
});

test("a new convenio whose NIT is known by another name asks first; one of the same name goes in", async () => {
  const nit = freshNit();
  await imported([
    agreementCells(nit, { CONVENIO: `A-${nit}`, RAZON_SOCIAL: "Ferretería El Tornillo S.A.S." }),
  ]);
  const next = agreementCells(nit, { CONVENIO: `B-${nit}`, RAZON_SOCIAL: "FERRETERIA  EL TORNILLO SAS" });
  const other = agreementCells(nit, { CONVENIO: `C-${nit}`, RAZON_SOCIAL: "Droguería Otra" });
  const same = agreementCells(nit, { CONVENIO: `D-${nit}`, RAZON_SOCIAL: "Droguería Otra" });
  const run = await previewed([next, other, same]);
  expect(await listImportMoves(cajaDatabase(), run, 10, 0)).toMatchObject([
    { line: 3, nitFrom: null, knownName: "Ferretería El Tornillo S.A.S.", knownNumber: `A-${nit}` },
    { line: 4, nitFrom: null },
  ]);
  await confirm(run, [4]);
  await work();
  expect(await found(run)).toMatchObject({ inserted: 2, held: 1 });
  expect((await stored(`B-${nit}`, `C-${nit}`, `D-${nit}`)).map(([number]) => number)).toEqual([
    `B-${nit}`,
    `D-${nit}`,
  ]);
});

test("confirming does not overwrite what changed since the preview", async () => {
  const nit = freshNit();
  await imported([agreementCells(nit)]);
  const run = await previewed([agreementCells(nit, { HASTA: "31/12/2030" }), agreementCells(freshNit())]);
  await owner`update agreement set ends_on = '2029-01-01', updated_at = clock_timestamp() where nit = ${nit}`;
  await confirm(run);
  await work();
  expect(await found(run)).toMatchObject({ state: "finished", inserted: 1, changed: 0, held: 1 });
  expect(await listChanges(cajaDatabase(), run, 10)).toMatchObject([
    { line: 2, applied: [], held: ["HASTA"], kept: "since_preview" },
  ]);
  const [row] = await owner`select ends_on::text as day from agreement where nit = ${nit}`;
  expect(row).toEqual({ day: "2029-01-01" });
  // Not even the function that writes a batch does.
  const late = await previewed([agreementCells(nit, { HASTA: "31/12/2031" })]);
  await owner`update import_run set state = 'import_queued' where id = ${late}`;
  await owner`update agreement set updated_at = clock_timestamp() where nit = ${nit}`;
  const rows = [
    {
      number: `CV-${nit}`,
      nit,
      check_digit: 1,
      legal_name: "X",
      starts_on: "2026-01-01",
      ends_on: "2031-12-31",
    },
  ];
  expect(await call(jobsDatabase(), "import_agreements", { run: late, rows, move: true })).toMatchObject({
    changed: 0,
  });
  await cancelUploaded(grant, late, client);
});

test("a batch moves a convenio from the NIT that was shown to the person, and from no other", async () => {
  const [nit, other] = [freshNit(), freshNit()];
  await imported([agreementCells(nit)]);
  const run = await previewed([agreementCells(nit, { HASTA: "31/12/2031" })]);
  await owner`update import_run set state = 'import_queued' where id = ${run}`;
  const days = { starts_on: "2026-01-01", ends_on: "2031-12-31" };
  const moved = (shown: string) => [
    { number: `CV-${nit}`, nit: other, check_digit: 1, legal_name: "X", ...days, nit_was: shown },
  ];
  for (const [shown, changed] of [
    [freshNit(), 0],
    [nit, 1],
  ] as const)
    expect(
      await call(jobsDatabase(), "import_agreements", { run, rows: moved(shown), move: true }),
    ).toMatchObject({ changed });
  await cancelUploaded(grant, run, client);
});
