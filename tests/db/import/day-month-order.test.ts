import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { countFindings, findImport } from "@/db/queries/import-runs";
import { importOrderFile } from "@/domain/import/import-orders";
import { workOnImport } from "@/domain/import/job";
import { confirmUploaded } from "@/domain/import/upload";
import type { Grant } from "@/model/access";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { client, importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-fechas-"));

beforeAll(async () => {
  owner = connect(await separateDatabase("fechas"), null, 2);
  grant = await importer(owner);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await owner.end();
});

const work = () => workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
const stored = async (numbers: readonly string[]) =>
  owner<{ number: string; issued_on: string; valid_until: string }[]>`
    select number, issued_on::text, valid_until::text from "order" where number = any(${[...numbers]}) order by number`;

/** A file with these days, and the numbers of its orders. */
function fileOf(days: readonly (readonly [string, string])[]) {
  const at = randomInt(1_000_000, 9_000_000);
  const rows = days.map(([FECHA, VENCE], index) =>
    orderCells(7, { NRODCTO: String(at + index), FECHA, VENCE }),
  );
  return { text: orderFile(rows), numbers: days.map((_, index) => String(at + index)) };
}

/** What the screen tells before a person confirms, and what is in the database after it. */
async function throughScreen({ text, numbers }: ReturnType<typeof fileOf>) {
  const run = await upload(grant, text);
  await work();
  const shown = await findImport(cajaDatabase(), grant, run);
  const findings = await countFindings(cajaDatabase(), run);
  await confirmUploaded(grant, { run, applyChanges: false }, client);
  await work();
  return { notes: shown?.notes, refused: findings.faultLines, rows: await stored(numbers) };
}

async function throughScript({ text, numbers }: ReturnType<typeof fileOf>) {
  const file = path.join(folder, `${randomUUID()}.csv`);
  writeFileSync(file, text);
  const { notes, refusedLines } = await importOrderFile(jobsDatabase(), file);
  return { notes, refused: refusedLines, rows: await stored(numbers) };
}

for (const [source, through] of [
  ["screen", throughScreen],
  ["script", throughScript],
] as const) {
  test(`${source}: no order of a month-first file is imported with day and month swapped`, async () => {
    const us = [
      ["11/1/2026", "12/5/2026"],
      ["11/2/2026", "12/15/2026"],
      ["2026-11-03", "2026-12-15"],
    ] as const;
    const { refused, rows } = await through(fileOf(us));
    expect(refused).toBe(2);
    expect(rows.map(({ issued_on }) => issued_on)).toEqual(["2026-11-03"]);
  });

  test(`${source}: an ambiguous file is imported day first, and the preview says so`, async () => {
    const { notes, refused, rows } = await through(fileOf([["1/11/2026", "1/12/2026"]]));
    expect(notes).toMatchObject({ unsureDay: { said: "1/11/2026", day: "2026-11-01" } });
    expect(refused).toBe(0);
    expect(rows).toMatchObject([{ issued_on: "2026-11-01", valid_until: "2026-12-01" }]);
  });

  test(`${source}: dates in SAP format are imported as they are`, async () => {
    const { refused, rows } = await through(fileOf([["01.11.2026", "20261215"]]));
    expect(refused).toBe(0);
    expect(rows).toMatchObject([{ issued_on: "2026-11-01", valid_until: "2026-12-15" }]);
  });
}
