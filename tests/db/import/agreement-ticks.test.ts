import { randomInt, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { findImport, findTicks, listImportMoves } from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { MOVES_PAGE } from "@/domain/import/schema";
import { confirmUploaded, tickMoves } from "@/domain/import/upload";
import type { Grant } from "@/model/access";
import { agreementCells, agreementFile } from "@/tests/support/factories/agreement";
import { agreementImporter, client, importer, uploadAgreements } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"agreement.manage">;

beforeAll(async () => {
  owner = connect(await separateDatabase("convenios-marcas"), null, 2);
  grant = await agreementImporter(owner);
});
afterAll(() => owner.end());

const work = () => workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
const first = randomInt(100, 900) * 1_000_000;
let files = 0;

/** Uploads a file whose lines, from 2 on, each ask for a tick: each NIT is known by another name. */
async function previewed(lines: number): Promise<string> {
  files += 1;
  const nits = Array.from({ length: lines }, (_, at) => String(first + files * 10_000 + at));
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    select 'ANTES-' || n, n, 0, 'De antes', '2026-01-01', '2027-12-31' from unnest(${nits}::text[]) n`;
  const rows = nits.map((nit) => agreementCells(nit, { CONVENIO: `AHORA-${nit}`, RAZON_SOCIAL: "Otra" }));
  const run = await uploadAgreements(grant, agreementFile(rows));
  await work();
  return run;
}

const versionOf = async (run: string) => (await findTicks(cajaDatabase(), run)).version;
/** What a page of the list sends: its first and last line, and which of them are ticked. */
async function pageOf(run: string, page: number, moves: number[]) {
  const shown = await listImportMoves(cajaDatabase(), run, MOVES_PAGE, (page - 1) * MOVES_PAGE);
  const [from, to] = [shown[0]?.line ?? 0, shown.at(-1)?.line ?? 0];
  return { run, moves, first: from, last: to, version: await versionOf(run) };
}
const accepted = async (run: string) =>
  (
    await owner<
      { line: number }[]
    >`select line from import_move where run_id = ${run} and accepted order by line`
  ).map(({ line }) => line);

test("convenios beyond the first two hundred are ticked on their own page, and all ticks go in together", async () => {
  const run = await previewed(230);
  await tickMoves(grant, await pageOf(run, 1, [2, 101]));
  await tickMoves(grant, await pageOf(run, 3, [202, 231]));
  expect(await findTicks(cajaDatabase(), run)).toMatchObject({ ticked: 4 });
  // A tick that is taken away on the way back is gone, and lines of another page mean nothing.
  await tickMoves(grant, await pageOf(run, 1, [101, 150]));
  expect(await accepted(run)).toEqual([101, 202, 231]);
  await confirmUploaded(grant, await pageOf(run, 2, [102]), client);
  expect(await accepted(run)).toEqual([101, 102, 202, 231]);
  await work();
  expect(await findImport(cajaDatabase(), grant, run, "agreements")).toMatchObject({
    ...{ state: "finished", inserted: 4, held: 226 },
  });
  const [event] = await owner<{ moves: number }[]>`select (detail ->> 'moves')::int as moves from audit_event
    where action = 'agreements.import_confirmed' order by seq desc limit 1`;
  expect(event?.moves).toBe(4);
});

test("ticks of somebody else that a page did not show are confirmed by nobody, nor are they taken away", async () => {
  const run = await previewed(3);
  const shown = await pageOf(run, 1, [2]);
  await tickMoves(grant, await pageOf(run, 1, [3]));
  const changed = { code: "import_ticks_changed" };
  await expect(tickMoves(grant, shown)).rejects.toMatchObject(changed);
  await expect(confirmUploaded(grant, shown, client)).rejects.toMatchObject(changed);
  expect(await accepted(run)).toEqual([3]);
  expect(await findImport(cajaDatabase(), grant, run, "agreements")).toMatchObject({ state: "previewed" });
  await confirmUploaded(grant, await pageOf(run, 1, [2]), client);
  expect(await accepted(run)).toEqual([2]);
  await work();
});

test("a tick moves a convenio from the NIT that was shown, and of one that moved meanwhile it says that it stays", async () => {
  const [shown, wanted, meanwhile] = [1, 2, 3].map((at) => String(first + 900_000 + at)) as [
    string,
    string,
    string,
  ];
  const upload = async (nit: string) => {
    const run = await uploadAgreements(grant, agreementFile([agreementCells(nit, { CONVENIO: "SE-MUEVE" })]));
    await work();
    return run;
  };
  await confirmUploaded(grant, { run: await upload(shown), moves: [] }, client);
  await work();
  const [run, other] = [await upload(wanted), await upload(meanwhile)];
  for (const each of [other, run]) {
    await confirmUploaded(grant, await pageOf(each, 1, [2]), client);
    await work();
  }
  const [row] = await owner<{ nit: string }[]>`select nit from agreement where number = 'SE-MUEVE'`;
  expect(row?.nit).toBe(meanwhile);
  expect([await accepted(other), await accepted(run)]).toEqual([[2], []]);
});

test("nothing is ticked in a file that was confirmed, nor by who keeps no convenios", async () => {
  const run = await previewed(2);
  const officer = await importer(owner);
  const posing = officer as unknown as typeof grant;
  const moved = { code: "import_moved_on" };
  await expect(tickMoves(posing, await pageOf(run, 1, [2]))).rejects.toMatchObject(moved);
  await confirmUploaded(grant, await pageOf(run, 1, []), client);
  await expect(tickMoves(grant, await pageOf(run, 1, [2]))).rejects.toMatchObject(moved);
  expect(await accepted(run)).toEqual([]);
});
