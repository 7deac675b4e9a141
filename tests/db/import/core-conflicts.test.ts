import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { type ImportOptions, importOrderFile } from "@/domain/import/import-orders";
import { owner } from "@/tests/support/factories/account";
import { inDays, orderCells, orderFile } from "@/tests/support/factories/order";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeCounter, providerPool, registerUse } from "@/tests/support/use-in-database";

// Which word of the core's file changes an order: what the core did it takes back, what people did stays.
const jobs = connect(process.env.DATABASE_URL ?? "", "app_jobs", 1);
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-nucleo-"));

afterAll(async () => {
  await Promise.all([owner.end(), jobs.end(), providerPool.end()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A range of order numbers that no other test has. */
const freshSerial = () => randomInt(1_000, 800_000) * 1_000;

function load(rows: readonly Record<string, string>[], options: ImportOptions = {}) {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, orderFile(rows));
  return importOrderFile(drizzle(jobs), file, options);
}

async function stored(serial: number) {
  return owner<{ value: number; state: string; concept: string }[]>`
    select value::int, state, concept from "order"
    where number_key = any(${Array.from({ length: 10 }, (_, index) => String(serial + index))})
    order by length(number_key), number_key`;
}

test("an import never changes a used order", async () => {
  const at = freshSerial();
  // Used here, so its days are about today.
  const days = { FECHA: inDays(-3), VENCE: inDays(15) };
  await load([orderCells(at, { ESTADO: "UTILIZADA" }), orderCells(at + 1, days)]);
  const [here] = await owner<{ id: string }[]>`select id from "order" where number_key = ${String(at + 1)}`;
  await registerUse(await makeCounter(), { order: here?.id ?? "" });
  const before = await stored(at);
  expect(before.map(({ state }) => state)).toEqual(["used", "used"]);
  for (const applyChanges of [false, true]) {
    const report = await load(
      [
        orderCells(at, { VALOR: "999000", ESTADO: "UTILIZADA" }),
        orderCells(at + 1, { ...days, VALOR: "999000" }),
      ],
      { applyChanges },
    );
    expect(report).toMatchObject({ changed: 0, held: 2 });
    expect(report.changes).toMatchObject([
      { kept: "used", applied: [] },
      { kept: "used", applied: [] },
    ]);
  }
  expect(await stored(at)).toEqual(before);
});

test("an order annulled by a person stays annulled, whatever the file and its options say", async () => {
  const at = freshSerial();
  await load([orderCells(at)]);
  const { personId } = await makeCajaPerson("officer");
  await owner`select annul_order(id, ${personId}, 'suspected_fraud', 'Sospecha de la caja', 'x') from "order"
    where number_key = ${String(at)}`;
  for (const applyChanges of [false, true]) {
    // The core goes on saying VIGENTE each day: that is no news, and no line to tick.
    expect(await load([orderCells(at)], { applyChanges })).toMatchObject({
      changed: 0,
      repeated: 1,
      held: 0,
    });
    const other = await load([orderCells(at, { ESTADO: "UTILIZADA", VALOR: "999000" })], { applyChanges });
    expect(other.changes).toMatchObject([{ applied: [], held: ["VALOR", "ESTADO"], kept: "voided_here" }]);
  }
  expect(await stored(at)).toMatchObject([{ state: "annulled", value: 135_000 }]);
  // Nor does a file that was planned before it was annulled, nor the owner of the tables.
  await expect(
    owner`update "order" set state = 'issued', voided_by = null where number_key = ${String(at)}`,
  ).rejects.toThrow(/from annulled to issued/);
});

test("a use or annulment made by the core is reversed by the core: listed, or applied on request", async () => {
  const at = freshSerial();
  const rowsOf = (...states: string[]) => states.map((ESTADO, index) => orderCells(at + index, { ESTADO }));
  await load(rowsOf("UTILIZADA", "VIGENTE", "ANULADA", "VIGENTE"));
  await owner`update "order" set state = 'delivered' where number_key in (${String(at + 1)}, ${String(at + 3)})`;
  await load(rowsOf("UTILIZADA", "UTILIZADA", "ANULADA", "ANULADA"));
  const corrected = rowsOf("VIGENTE", "VIGENTE", "VIGENTE", "VIGENTE");
  const listed = await load(corrected);
  expect(listed).toMatchObject({ changed: 0, held: 4 });
  expect(listed.changes).toMatchObject(Array(4).fill({ applied: [], held: ["ESTADO"], kept: null }));
  expect(await load(corrected, { applyChanges: true })).toMatchObject({ changed: 4, held: 0 });
  // What was in the affiliate's hand is again: its paper is not printed twice.
  expect((await stored(at)).map(({ state }) => state)).toEqual([
    "issued",
    "delivered",
    "issued",
    "delivered",
  ]);
  expect(await load(corrected, { applyChanges: true })).toMatchObject({ changed: 0, repeated: 4 });
  const swapped = rowsOf("ANULADA", "VIGENTE", "UTILIZADA", "VIGENTE");
  await load(rowsOf("UTILIZADA", "VIGENTE", "ANULADA", "VIGENTE"));
  expect(await load(swapped, { applyChanges: true })).toMatchObject({ changed: 2 });
  expect((await stored(at)).map(({ state }) => state)).toEqual([
    "annulled",
    "delivered",
    "used",
    "delivered",
  ]);
});

test("an order that the core voids or uses up during a review becomes so when the last review reason ends", async () => {
  const at = freshSerial();
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const four = (...states: string[]) => states.map((ESTADO, index) => orderCells(at + index, { ESTADO }));
  await load(four("VIGENTE", "VIGENTE", "VIGENTE", "VIGENTE"));
  await owner`update "order" set state = 'delivered' where number_key = ${String(at + 1)}`;
  const all = async (action: "block" | "unblock", who: string) => {
    const rows = await owner<{ id: string; hold: string | null }[]>`
      select o.id, (select h.id from order_hold h where h.order_id = o.id and h.placed_by = ${who}) as hold from "order" o
      where number_key = any(${[0, 1, 2, 3].map((each) => String(at + each))}) order by number_key::bigint`;
    const outcomes: string[] = [];
    for (const { id, hold } of rows) {
      const [row] =
        action === "block"
          ? await owner`select block_order(${id}, ${who}, 'Se revisa a mano', 'x') as outcome`
          : await owner`select unblock_order(${id}, ${who}, 'Ya se revisó', 'x', ${hold}) as outcome`;
      outcomes.push(row?.outcome);
    }
    expect(outcomes).toEqual(["done", "done", "done", "done"]);
  };
  await all("block", ana.personId);
  await all("block", luis.personId);
  const rows = four("ANULADA", "ANULADA", "UTILIZADA", "VIGENTE");
  expect(await load(rows)).toMatchObject({ changed: 3, held: 0, repeated: 1 });
  expect(await load(rows, { applyChanges: true })).toMatchObject({ changed: 0, repeated: 4 });
  // While it is in review nothing else is taken from the file, not even that it is in force again.
  const back = await load(four("VIGENTE", "ANULADA", "UTILIZADA", "VIGENTE"), { applyChanges: true });
  expect(back.changes).toMatchObject([{ applied: [], held: ["ESTADO"], kept: "blocked" }]);
  // Nor does anybody bring it back into force by another way.
  await expect(
    owner`update "order" set state = 'issued', state_before = null, core_said = null where number_key = ${String(at)}`,
  ).rejects.toThrow(/from blocked to issued/);
  await all("unblock", ana.personId);
  expect((await stored(at)).map(({ state }) => state)).toEqual(Array(4).fill("blocked"));
  await all("unblock", luis.personId);
  expect((await stored(at)).map(({ state }) => state)).toEqual(["annulled", "annulled", "used", "issued"]);
  // It is the core's word, and the core may take it back: to what each was before the review.
  expect(await load(four("VIGENTE", "VIGENTE", "VIGENTE", "VIGENTE"), { applyChanges: true })).toMatchObject({
    changed: 3,
  });
  expect((await stored(at)).map(({ state }) => state)).toEqual(["issued", "delivered", "issued", "issued"]);
});

test("a lowered largest value of the kind does not keep a file from voiding or using up orders above it", async () => {
  const at = freshSerial();
  const kind = await makeKind({ largestValue: 500_000 });
  const lines = (...states: string[]) =>
    states.map((ESTADO, index) => orderCells(at + index, { TIPODCTO: kind, VALOR: "480000", ESTADO }));
  await load(lines("VIGENTE", "VIGENTE", "VIGENTE"));
  await owner`update order_kind set largest_value = 100000 where code = ${kind}`;
  const report = await load(lines("ANULADA", "UTILIZADA", "VIGENTE"));
  expect(report).toMatchObject({ refusedLines: 0, changed: 2, repeated: 1 });
  expect((await stored(at)).map(({ state }) => state)).toEqual(["annulled", "used", "issued"]);
  // A new order above it stays out, and a known one gets no value above it.
  const more = await load(
    [
      orderCells(at + 2, { TIPODCTO: kind, VALOR: "490000" }),
      orderCells(at + 3, { TIPODCTO: kind, VALOR: "480000" }),
    ],
    { applyChanges: true },
  );
  expect(more).toMatchObject({ inserted: 0, changed: 0 });
  expect((await stored(at)).map(({ value }) => value)).toEqual([480_000, 480_000, 480_000]);
});

test("the core takes back that it voided an order that was issued here, whatever limits its kind has now", async () => {
  const kind = await makeKind();
  const id = await makeIssued(await makeCajaPerson("officer"), kind, { value: "600.000" });
  await owner`update order_kind set approval_from = 500000, largest_value = 550000 where code = ${kind}`;
  const { number } = await rowOf(id);
  const other = orderCells(freshSerial());
  const line = (ESTADO: string) =>
    orderCells(1, { TIPODCTO: kind, NRODCTO: number ?? "", VALOR: "600000", ESTADO });
  expect(await load([line("ANULADA")])).toMatchObject({ changed: 1, refusedLines: 0 });
  expect(await load([line("VIGENTE")])).toMatchObject({ changed: 0, held: 1 });
  const back = await load([line("VIGENTE"), other], { applyChanges: true });
  expect(back).toMatchObject({ inserted: 1, changed: 1, refusedLines: 0 });
  expect(back.changes).toMatchObject([{ applied: ["ESTADO"], kept: "issued_here" }]);
  expect(await rowOf(id)).toMatchObject({ state: "issued", value: 600_000, balance: 600_000 });
});

test("a person can annul for good an order that the core annulled", async () => {
  const at = freshSerial();
  await load([orderCells(at, { ESTADO: "ANULADA" })]);
  const { personId } = await makeCajaPerson("officer");
  const annul = async () =>
    (
      await owner`select annul_order(id, ${personId}, 'suspected_fraud', 'Sospecha de la caja', 'x') as outcome
        from "order" where number_key = ${String(at)}`
    )[0]?.outcome;
  expect(await annul()).toBe("done");
  expect(await annul()).toBe("state_changed");
  expect(await load([orderCells(at)], { applyChanges: true })).toMatchObject({ changed: 0, repeated: 1 });
});

test("a closed kind accepts no new orders, and its issued orders are still updated by the core", async () => {
  const at = freshSerial();
  const kind = await makeKind();
  const line = (serial: number, cells: Record<string, string> = {}) =>
    orderCells(serial, { TIPODCTO: kind, ...cells });
  await load([line(at)]);
  await owner`update order_kind set active = false where code = ${kind}`;
  const rows = [line(at, { ESTADO: "ANULADA" }), line(at + 1)];
  const rehearsal = await load(rows, { dryRun: true });
  const report = await load(rows);
  for (const run of [rehearsal, report]) {
    expect(run).toMatchObject({ inserted: 0, changed: 1, refusedLines: 1 });
    expect(run.faults).toMatchObject([{ line: 3, column: "TIPODCTO", cell: kind, code: "kind_closed" }]);
    expect(run.faults[0]?.fact?.split(", ")).toContain("AS");
    expect(run.faults[0]?.fact?.split(", ")).not.toContain(kind);
  }
  expect(await stored(at)).toMatchObject([{ state: "annulled" }]);
});
