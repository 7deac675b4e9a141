import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { findImport, listChanges } from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { confirmUploaded } from "@/domain/import/upload";
import type { Grant } from "@/model/access";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("vistazo"), null, 2);
  grant = await importer(owner);
});
afterAll(() => owner.end());

const work = () => workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
const orders = async () =>
  (
    await owner<{ number: string; value: number; state: string }[]>`
      select number, value::int as value, state from "order" where number like '0W%' order by number`
  ).map((row) => [row.number, row.value, row.state]);

test("confirming an import does not overwrite what changed since its preview, but applies what the core voids", async () => {
  const line = (number: string, cells: Record<string, string> = {}) =>
    orderCells(1, { NRODCTO: number, ...cells });
  const importRows = async (rows: Record<string, string>[]) => {
    const run = await upload(grant, orderFile(rows));
    await work();
    return run;
  };
  const go = async (run: string) => {
    await confirmUploaded(grant, { run, applyChanges: true }, client);
    await work();
    return findImport(cajaDatabase(), grant, run);
  };
  await go(await importRows(["0W1", "0W2", "0W3"].map((number) => line(number))));
  // An older file is looked at and left; a newer one goes in; then somebody confirms the older one.
  const older = await importRows([
    line("0W1", { VALOR: "200000" }),
    line("0W2", { VALOR: "200000" }),
    line("0W3", { ESTADO: "ANULADA", CONCEPTO: "Otro" }),
  ]);
  await go(await importRows([line("0W1", { VALOR: "300000" }), line("0W3", { VALOR: "300000" })]));
  expect(await go(older)).toMatchObject({ state: "finished", changed: 2, held: 1 });
  expect(await orders()).toEqual([
    ["0W1", 300_000, "issued"],
    ["0W2", 200_000, "issued"],
    ["0W3", 300_000, "annulled"],
  ]);
  expect(await listChanges(cajaDatabase(), older, 10)).toMatchObject([
    { number: "0W1", applied: [], held: ["VALOR"], kept: "since_preview" },
    { number: "0W2", applied: ["VALOR"], held: [], kept: null },
    { number: "0W3", applied: ["ESTADO"], held: ["VALOR", "CONCEPTO"], kept: "since_preview" },
  ]);
  // Looked at again it shows what is there now, and goes in.
  expect(await go(await importRows([line("0W1", { VALOR: "200000" })]))).toMatchObject({ changed: 1 });
  expect((await orders())[0]).toEqual(["0W1", 200_000, "issued"]);
  // Not even the function that writes a batch changes what is newer than the rehearsal.
  const [may] = await owner<{ may: boolean }[]>`
    select may_import_change(${older}, o, o.value, o.valid_until, o.state, '["CONCEPTO"]') as may
    from "order" o where number = '0W1'`;
  expect(may?.may).toBe(false);
});
