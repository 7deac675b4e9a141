import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { importAgreementFile } from "@/domain/agreement/import-agreements";
import { importOrderFile } from "@/domain/import/import-orders";
import { nitCheckDigit } from "@/model/identity/nit";
import { agreementCells, agreementFile } from "@/tests/support/factories/agreement";
import { orderCells, orderFile } from "@/tests/support/factories/order";

const url = process.env.DATABASE_URL ?? "";
const owner = connect(url, null, 1);
const jobs = connect(url, "app_jobs", 1);
const db = drizzle(jobs);
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-convenios-"));

afterAll(async () => {
  await owner.end();
  await jobs.end();
  rmSync(folder, { recursive: true, force: true });
});

function save(text: string): string {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, text);
  return file;
}

const freshNit = () => String(randomInt(100_000_000, 999_999_999));

test("a convenio is imported once, and a later file corrects it with an audit event", async () => {
  const nit = freshNit();
  expect(await importAgreementFile(db, save(agreementFile([agreementCells(nit)])))).toMatchObject({
    inserted: 1,
  });
  expect(await importAgreementFile(db, save(agreementFile([agreementCells(nit)])))).toMatchObject({
    inserted: 0,
    repeated: 1,
  });
  const longer = save(agreementFile([agreementCells(nit, { HASTA: "31/12/2030" })]));
  const rehearsal = await importAgreementFile(db, longer, { dryRun: true });
  const real = await importAgreementFile(db, longer);
  expect({ ...rehearsal, dryRun: false }).toEqual(real);
  expect(real).toMatchObject({ changed: 1, changes: [{ applied: ["HASTA"] }] });
  const [row] = await owner`select ends_on::text as ends_on, phone from agreement where nit = ${nit}`;
  expect(row).toEqual({ ends_on: "2030-12-31", phone: "+576053325127" });
  const events =
    await owner`select 1 from audit_event where action = 'agreement.changed' and detail->>'nit' = ${nit}`;
  expect(events).toHaveLength(1);
});

test("an e-mail that cannot be read is a warning: the convenio is extended and keeps the one that it had", async () => {
  const [nit, fresh, accented] = [freshNit(), freshNit(), freshNit()];
  await importAgreementFile(db, save(agreementFile([agreementCells(nit)])));
  const file = agreementFile([
    agreementCells(nit, { HASTA: "31/12/2030", CORREO: "Compras <compras@ejemplo.com.co>" }),
    agreementCells(fresh, { CORREO: "mailto:a@b.co" }),
    agreementCells(accented, { CORREO: "info@peñalosa.com," }),
  ]);
  const warnings = [2, 3].map((line) => ({ line, code: "email_unread", fact: "" }));
  const report = await importAgreementFile(db, save(file));
  expect(report).toMatchObject({ inserted: 2, changed: 1, refusedLines: 0, faults: [], warnings });
  expect(report.changes).toMatchObject([{ line: 2, applied: ["HASTA"] }]);
  const rows =
    await owner`select email, ends_on::text from agreement where nit in ${owner([nit, fresh, accented])}
    order by email`;
  expect([...rows]).toEqual([
    { email: "compras@ejemplo.com.co", ends_on: "2030-12-31" },
    { email: "info@peñalosa.com", ends_on: "2027-12-31" },
    { email: null, ends_on: "2027-12-31" },
  ]);
  expect(await importAgreementFile(db, save(`${file}\r\n`))).toMatchObject({
    changed: 0,
    repeated: 3,
    warnings,
  });
});

test("invalid cells are refused and name their column", async () => {
  const nit = freshNit();
  const wrong = [
    agreementCells(nit, { DV: String((nitCheckDigit(nit) + 1) % 10) }),
    agreementCells(freshNit(), { MUNICIPIO: "99999" }),
    agreementCells(freshNit(), { HASTA: "01/01/2020" }),
    agreementCells(freshNit(), { TELEFONO: "123" }),
  ];
  const report = await importAgreementFile(db, save(agreementFile(wrong)));
  expect(report.faults.map(({ column }) => column)).toEqual(["DV", "MUNICIPIO", "HASTA", "TELEFONO"]);
  expect(report.inserted).toBe(0);
});

test("an order is bound only to a NIT with a convenio; an ended convenio is a warning", async () => {
  const nit = freshNit();
  const order = orderCells(randomInt(1, 900_000), { NRODCTO: `C${nit}`, NIT_PROVEEDOR: nit });
  expect((await importOrderFile(db, save(orderFile([order])))).faults).toMatchObject([
    { column: "NIT_PROVEEDOR", code: "no_agreement" },
  ]);
  await importAgreementFile(db, save(agreementFile([agreementCells(nit, { HASTA: "31/01/2025" })])));
  expect(await importOrderFile(db, save(orderFile([order])))).toMatchObject({
    inserted: 1,
    warnings: [{ line: 2, code: "agreement_ended" }],
  });
});

test("a convenio moves to another NIT only on request, and the orders bound to it are listed", async () => {
  const [before, after] = [freshNit(), freshNit()];
  const cells = (nit: string, more = {}) => agreementCells(nit, { CONVENIO: `CV-${before}`, ...more });
  await importAgreementFile(db, save(agreementFile([cells(before)])));
  const number = `${randomInt(1_000_000, 9_999_999)}`;
  const order = orderCells(1, { NRODCTO: number, NIT_PROVEEDOR: before });
  await importOrderFile(db, save(orderFile([order])));
  const moving = save(agreementFile([cells(after, { TELEFONO: "6051112233" })]));
  const move = { number: `CV-${before}`, from: before, to: after, orders: 1, numbers: [`AS ${number}`] };
  const held = await importAgreementFile(db, moving);
  expect(held).toMatchObject({ changed: 0, held: 1, changes: [], moves: [{ ...move, applied: false }] });
  const stored = () => owner`select nit, phone from agreement where number = ${`CV-${before}`}`;
  expect(await stored()).toEqual([{ nit: before, phone: "+576053325127" }]);
  expect(await importAgreementFile(db, moving, { allOrNothing: true })).toMatchObject({ nothingDone: true });
  const done = await importAgreementFile(db, moving, { moveNits: true });
  expect(done).toMatchObject({ changed: 1, held: 0, moves: [{ ...move, applied: true }] });
  expect(await stored()).toEqual([{ nit: after, phone: "+576051112233" }]);
  const [event] = await owner`select detail->>'nit_was' as was from audit_event
    where action = 'agreement.changed' and detail->>'nit' = ${after}`;
  expect(event).toEqual({ was: before });
});

test("a new convenio of a NIT that is known by another name is held, and goes in on request", async () => {
  const nit = freshNit();
  const cells = (number: string, name: string) =>
    agreementCells(nit, { CONVENIO: `${number}-${nit}`, RAZON_SOCIAL: name });
  await importAgreementFile(db, save(agreementFile([cells("A", "Ferretería El Tornillo")])));
  const file = save(agreementFile([cells("B", "FERRETERIA EL TORNILLO"), cells("C", "Droguería Otra")]));
  const known = { number: `A-${nit}`, name: "Ferretería El Tornillo" };
  const held = { inserted: 1, held: 1, moves: [{ line: 3, from: null, to: nit, known, applied: false }] };
  expect(await importAgreementFile(db, file, { dryRun: true })).toMatchObject(held);
  expect(await importAgreementFile(db, file)).toMatchObject(held);
  expect(await importAgreementFile(db, file, { moveNits: true })).toMatchObject({ inserted: 1, repeated: 1 });
});

test.each([
  ["-900123471", "negative"],
  ["900123471.0", "decimals"],
  ["", "empty"],
])("the NIT %s is refused with the reason %s", async (nit, code) => {
  const report = await importAgreementFile(
    db,
    save(agreementFile([agreementCells(freshNit(), { NIT: nit })])),
  );
  expect(report.faults[0]).toMatchObject({ column: "NIT", code });
});
