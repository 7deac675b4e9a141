import { randomInt } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { findImportRules } from "@/db/queries/import-orders";
import { type ApplyBatchPlan, applyBatch, planBatch } from "@/domain/import/apply-batch";
import type { PlannedLine } from "@/domain/import/plan";
import { readOrderRow } from "@/domain/import/row";
import { owner } from "@/tests/support/factories/account";
import { inDays, orderCells } from "@/tests/support/factories/order";
import { makeCounter, providerPool, registerUse } from "@/tests/support/use-in-database";

// A batch is planned while the one before it is written: what happens to an order in between is what the report tells.
const jobs = connect(process.env.DATABASE_URL ?? "", "app_jobs", 1);
const db = drizzle(jobs);

afterAll(() => Promise.all([owner.end(), jobs.end(), providerPool.end()]));

/** Order numbers that no other test has, one after another as the lines of a file. */
function freshSerials(count: number) {
  const first = randomInt(1_000, 800_000) * 1_000;
  return Array.from({ length: count }, (_, at) => first + at) as [number, number, number, number];
}
const days = { FECHA: inDays(-3), VENCE: inDays(15) };

function line(serial: number, cells: Record<string, string> = {}): PlannedLine {
  const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: inDays(0) };
  const read = readOrderRow(serial, orderCells(serial, { ...days, ...cells }), rules);
  if ("faults" in read) throw new Error("the factory's line is good");
  return { line: serial, warnings: [], data: read.data };
}

async function newPlan(applyChanges = false): Promise<ApplyBatchPlan> {
  const [run] = await owner<
    { id: string }[]
  >`insert into import_run (subject, file_name, sha256, state, lines)
    values ('orders', 'x', sha256('x'), 'running', 0) returning id`;
  return { run: run?.id ?? "", applyChanges, rules: await findImportRules(db) };
}

async function load(lines: PlannedLine[], applyChanges = false) {
  const plan = await newPlan(applyChanges);
  return applyBatch(db, await planBatch(db, lines, plan), plan);
}

/** Plans the lines, lets something happen, and writes them. */
async function loadAfter(lines: PlannedLine[], between: () => Promise<unknown>, applyChanges = false) {
  const plan = await newPlan(applyChanges);
  const planned = await planBatch(db, lines, plan);
  await between();
  return { ...(await applyBatch(db, planned, plan)), run: plan.run };
}

async function useAtCounter(serial: number) {
  const [order] = await owner<{ id: string }[]>`select id from "order" where number_key = ${String(serial)}`;
  await registerUse(await makeCounter(), { order: order?.id ?? "" });
}

test("an order that a shop used since the plan is held as used, and its batch goes in", async () => {
  const [used, valued, other] = freshSerials(3);
  await load([line(used), line(valued), line(other)]);
  const lines = [
    line(used, { ESTADO: "ANULADA" }),
    line(valued, { VALOR: "999000" }),
    line(other, { ESTADO: "ANULADA" }),
  ];
  const between = () => Promise.all([useAtCounter(used), useAtCounter(valued)]);
  const done = await loadAfter(lines, between, true);
  expect(done).toMatchObject({ inserted: 0, changed: 1, same: 0, refused: [] });
  expect(done.changes).toMatchObject([
    { line: used, applied: [], held: ["ESTADO"], kept: "used" },
    { line: valued, applied: [], held: ["VALOR"], kept: "used" },
    { line: other, applied: ["ESTADO"], held: [], kept: null },
  ]);
  const [run] = await owner`select inserted, changed from import_run where id = ${done.run}`;
  expect(run).toEqual({ inserted: 0, changed: 1 });
});

test("what another run wrote of a known order since the plan is told as it is then", async () => {
  const [same, more, mine] = freshSerials(3);
  await load([line(same), line(more), line(mine)]);
  const lines = [same, more, mine].map((at) => line(at, { VALOR: "999000" }));
  const between = () =>
    load([line(same, { VALOR: "999000" }), line(more, { VALOR: "888000", CONCEPTO: "Otro" })], true);
  const done = await loadAfter(lines, between, true);
  expect(done).toMatchObject({ inserted: 0, changed: 2, same: 1, refused: [] });
  expect(done.changes).toMatchObject([
    { line: more, applied: expect.arrayContaining(["VALOR", "CONCEPTO"]), held: [] },
    { line: mine, applied: ["VALOR"], held: [] },
  ]);
});

test("a new number that another run inserted since the plan is held with other data, and the same with its own", async () => {
  const [other, voided, same, mine] = freshSerials(4);
  const between = () =>
    load([line(other, { VALOR: "999000" }), line(voided, { ESTADO: "ANULADA" }), line(same)]);
  const done = await loadAfter(
    [other, voided, same, mine].map((at) => line(at)),
    between,
  );
  expect(done).toMatchObject({ inserted: 1, changed: 0, refused: [] });
  expect(done.changes).toMatchObject([
    { line: other, applied: [], held: ["VALOR"], kept: null },
    { line: voided, applied: [], held: ["ESTADO"] },
  ]);
  expect(done.same).toBe(1);
});
