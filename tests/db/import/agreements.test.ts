import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { importAgreementFile } from "@/domain/agreement/import-agreements";
import { importOrderFile } from "@/domain/order/import/import-orders";
import { nitCheckDigit } from "@/domain/provider/nit";
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

test("a convenio goes in once, and a later file puts it right with an event", async () => {
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

test("wrong cells are refused with their column", async () => {
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

test("an order is bound only to a NIT with a convenio, and an ended one is a warning", async () => {
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
