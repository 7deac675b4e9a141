import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { type ImportOptions, importOrderFile } from "@/domain/import/import-orders";
import { owner } from "@/tests/support/factories/account";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { makeCounter, providerPool, registerUse } from "@/tests/support/use-in-database";

const jobs = connect(process.env.DATABASE_URL ?? "", "app_jobs", 1);
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-dia-de-uso-"));

afterAll(async () => {
  await Promise.all([owner.end(), jobs.end(), providerPool.end()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A range of order numbers that no other test has. */
const freshSerial = () => randomInt(800_000, 900_000) * 1_000;

function load(rows: readonly Record<string, string>[], options: ImportOptions = {}) {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, orderFile(rows));
  return importOrderFile(drizzle(jobs), file, options);
}

test("the day of the core's use is kept, corrected by a later file, given during a review, and goes with the use", async () => {
  const at = freshSerial();
  const { personId } = await makeCajaPerson("officer");
  const dayOf = async (index: number) => {
    const [row] = await owner<{ day: string | null }[]>`
      select core_used_on::text as day from "order" where number_key = ${String(at + index)}`;
    return row?.day;
  };
  const line = (index: number, ESTADO: string, FECHA_USO: string) =>
    orderCells(at + index, { ESTADO, FECHA_USO });
  await load([line(0, "UTILIZADA", "12/11/2026"), line(1, "VIGENTE", ""), line(2, "VIGENTE", "")]);
  expect([await dayOf(0), await dayOf(1)]).toEqual(["2026-11-12", null]);

  await owner`select block_order(id, ${personId}, 'Se revisa a mano', 'x') from "order"
    where number_key = ${String(at + 2)}`;
  const told = [
    line(0, "UTILIZADA", "13/11/2026"),
    line(1, "UTILIZADA", ""),
    line(2, "UTILIZADA", "14/11/2026"),
  ];
  expect(await load(told)).toMatchObject({ changed: 3, held: 0 });
  expect([await dayOf(0), await dayOf(1), await dayOf(2)]).toEqual(["2026-11-13", null, "2026-11-14"]);
  await owner`select unblock_order(o.id, ${personId}, 'Ya se revisó', 'x', h.id)
    from "order" o join order_hold h on h.order_id = o.id where number_key = ${String(at + 2)}`;
  const states = await owner`select distinct state from "order"
    where number_key = any(${[at, at + 1, at + 2].map(String)})`;
  expect([...states]).toEqual([{ state: "used" }]);
  expect(await dayOf(2)).toBe("2026-11-14");

  // A file without the column takes no day away, and one with it fills the day in.
  const plain = [0, 1, 2].map((index) => orderCells(at + index, { ESTADO: "UTILIZADA" }));
  expect(await load(plain)).toMatchObject({ changed: 0, repeated: 3 });
  expect(await load([line(1, "UTILIZADA", "15/11/2026")])).toMatchObject({ changed: 1 });
  expect([await dayOf(0), await dayOf(1)]).toEqual(["2026-11-13", "2026-11-15"]);
  await load([orderCells(at)], { applyChanges: true });
  expect(await dayOf(0)).toBeNull();
});

test("the day of a use is taken and corrected in a later file while the order is in review, and ends no import", async () => {
  const at = freshSerial();
  const { personId } = await makeCajaPerson("officer");
  const line = (ESTADO: string, FECHA_USO: string) => orderCells(at, { ESTADO, FECHA_USO });
  const other = orderCells(at + 1, { FECHA_USO: "" });
  await load([line("VIGENTE", "")]);
  await owner`select block_order(id, ${personId}, 'Se revisa a mano', 'x') from "order"
    where number_key = ${String(at)}`;
  expect(await load([line("UTILIZADA", "")])).toMatchObject({ changed: 1, held: 0 });
  expect(await load([line("UTILIZADA", "14/11/2026"), other])).toMatchObject({
    ...{ inserted: 1, changed: 1, held: 0, refusedLines: 0 },
    changes: [{ applied: ["FECHA_USO"], held: [], kept: null }],
  });
  expect(await load([line("UTILIZADA", "15/11/2026"), other])).toMatchObject({ changed: 1, repeated: 1 });
  expect(await load([line("UTILIZADA", "15/11/2026"), other])).toMatchObject({ changed: 0, repeated: 2 });
  const facts = () => owner`select state, core_said, core_used_on::text as day from "order"
    where number_key = ${String(at)}`;
  expect([...(await facts())]).toEqual([{ state: "blocked", core_said: "used", day: "2026-11-15" }]);
  await owner`select unblock_order(id, ${personId}, 'Ya se revisó', 'x', null) from "order"
    where number_key = ${String(at)}`;
  expect([...(await facts())]).toEqual([{ state: "used", core_said: null, day: "2026-11-15" }]);
});

test("a day of use that cannot be read leaves its line out, and one column of days twice leaves the file out", async () => {
  const at = freshSerial();
  const report = await load([
    orderCells(at, { ESTADO: "UTILIZADA", FECHA_USO: "el martes" }),
    orderCells(at + 1, { ESTADO: "UTILIZADA", FECHA_USO: "12/11/2026" }),
  ]);
  expect(report).toMatchObject({ inserted: 1, refusedLines: 1 });
  expect(report.faults).toMatchObject([{ column: "FECHA_USO", code: "day_shape" }]);
  // A use at a provider is nobody's but the provider's: the core's day does not touch it.
  const [here] = await owner<{ id: string }[]>`
    insert into "order" select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', ${String(at + 2)}::text,
      'number_key', ${String(at + 2)}::text, 'state', 'issued', 'core_used_on', null, 'balance', value))).*
    from "order" o where number_key = ${String(at + 1)} returning id`;
  await registerUse(await makeCounter(), { order: here?.id ?? "" });
  const [used] = await owner<{ day: string | null }[]>`
    select core_used_on::text as day from "order" where id = ${here?.id ?? ""}`;
  expect(used?.day).toBeNull();
  const file = path.join(folder, "dos-veces.csv");
  const twice = orderFile([orderCells(at + 3, { ESTADO: "UTILIZADA", FECHA_USO: "12/11/2026" })])
    .split("\r\n")
    .map((row, index) => (row === "" ? row : `${row};${index === 0 ? "Fecha uso" : "13/11/2026"}`));
  writeFileSync(file, twice.join("\r\n"));
  await expect(importOrderFile(drizzle(jobs), file, {})).rejects.toMatchObject({
    code: "columns",
    names: ["FECHA_USO"],
  });
});
