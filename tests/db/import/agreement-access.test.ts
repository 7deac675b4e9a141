import { randomInt, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { findImport } from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { cancelUploaded, confirmUploaded } from "@/domain/import/upload";
import type { CajaRole, Grant } from "@/model/access";
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

let owner: ReturnType<typeof connect>;
let grant: Grant<"agreement.manage">;
let officer: Awaited<ReturnType<typeof importer>>;

beforeAll(async () => {
  owner = connect(await separateDatabase("convenios-quien"), null, 2);
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

async function previewed(rows: Record<string, string>[]): Promise<string> {
  const run = await upload(agreementFile(rows));
  await work();
  expect(await found(run)).toMatchObject({ state: "previewed" });
  return run;
}

test("a file about one subject is not found, confirmed or stopped by who may bring the other only", async () => {
  const orders = await uploadOrders(officer, orderFile([orderCells(1, { NRODCTO: `${freshNit()}9` })]));
  await work();
  expect(await findImport(cajaDatabase(), grant, orders, "agreements")).toBeNull();
  await expect(confirm(orders)).rejects.toMatchObject({ code: "import_moved_on" });
  await expect(cancelUploaded(grant, orders, client)).rejects.toMatchObject({ code: "import_moved_on" });
  expect(await findImport(cajaDatabase(), officer, orders)).toMatchObject({ state: "previewed" });
  await cancelUploaded(officer, orders, client);
});

test("a worker of the earlier version, which names no subject, leaves a file of convenios to a newer one", async () => {
  const run = await upload(agreementFile([agreementCells(freshNit())]));
  expect(
    await call(jobsDatabase(), "claim_import", { worker: randomUUID(), leaseSeconds: 20, attempts: 50 }),
  ).toBeNull();
  await work();
  expect(await found(run)).toMatchObject({ state: "previewed" });
  await cancelUploaded(grant, run, client);
});

test.each<[CajaRole, boolean]>([
  ["administrator", true],
  ["reviewer", true],
  ["officer", false],
  ["support", false],
  ["treasurer", false],
  ["auditor", false],
])("a %s may bring a file of convenios: %s, also by calling the functions", async (role, may) => {
  const run = await previewed([agreementCells(freshNit())]);
  const { actor } = await importer(owner);
  await owner`update person set caja_role = ${role} where id = ${actor.personId}`;
  const outcome = may ? "done" : "not_allowed";
  const [began] = await owner`
    select (begin_import_upload(${actor.personId}, 'x.csv', 'agreements')).outcome as outcome`;
  expect(began).toEqual({ outcome });
  const [accepted] = await owner`select accept_import(${run}, ${actor.personId}, false, '') as outcome`;
  expect(accepted).toEqual({ outcome });
  const [stopped] = await owner`select stop_import(${run}, ${actor.personId}, '') as outcome`;
  expect(stopped).toEqual({ outcome });
  if (!may) await cancelUploaded(grant, run, client);
});
