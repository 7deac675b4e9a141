import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { importOrderFile } from "@/domain/import/import-orders";
import { bogotaDay } from "@/model/calendar";
import { owner } from "@/tests/support/factories/account";
import { inDays, orderCells, orderFile } from "@/tests/support/factories/order";
import { makeCajaPerson, makeKind } from "@/tests/support/factories/own-order";
import { someDigits } from "@/tests/support/look-up-orders";

const jobs = connect(process.env.DATABASE_URL ?? "", "app_jobs", 1);
const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-anuladas-"));
afterAll(async () => {
  await Promise.all([owner.end(), jobs.end()]);
  rmSync(folder, { recursive: true, force: true });
});

test("an order that a file brings already annulled is an annulment of this month only if it was issued in it", async () => {
  const kind = await makeKind();
  const serial = Number(someDigits(6)) * 1_000;
  const first = `01/${bogotaDay(new Date()).slice(5, 7)}/${bogotaDay(new Date()).slice(0, 4)}`;
  const load = async (lines: Parameters<typeof orderCells>[1][]) => {
    const file = path.join(folder, `${crypto.randomUUID()}.csv`);
    writeFileSync(
      file,
      orderFile(lines.map((cells, at) => orderCells(serial + at, { TIPODCTO: kind, ...cells }))),
    );
    await importOrderFile(drizzle(jobs), file);
  };
  const voided = async () => {
    const [sum] =
      await owner`select coalesce(sum(orders), 0)::int as orders, coalesce(sum(amount), 0)::int as amount
      from order_sum where kind_code = ${kind} and figure = 'voided'`;
    return sum;
  };
  const old = { FECHA: inDays(-400), VENCE: inDays(-370), VALOR: "100000" };
  const known = { FECHA: inDays(-40), VENCE: inDays(20), VALOR: "10000" };
  const fresh = { FECHA: first, VENCE: inDays(20), VALOR: "1000" };
  await load([{ ...old, ESTADO: "ANULADA" }, known, { ...fresh, ESTADO: "ANULADA" }]);
  expect(await voided()).toEqual({ orders: 1, amount: 1_000 });
  // What was in force here is annulled by the file that says so.
  await load([
    { ...old, ESTADO: "ANULADA" },
    { ...known, ESTADO: "ANULADA" },
    { ...fresh, ESTADO: "ANULADA" },
  ]);
  expect(await voided()).toEqual({ orders: 2, amount: 11_000 });
  // Nor does one who makes it final here annul it this month.
  const { personId } = await makeCajaPerson("officer");
  await owner`select annul_order(id, ${personId}, 'error', 'Queda anulada aquí también', 'x') from "order"
    where kind_code = ${kind} and value = 100000`;
  expect(await voided()).toEqual({ orders: 2, amount: 11_000 });
  await owner`select rebuild_order_sums()`;
  expect(await voided()).toEqual({ orders: 2, amount: 11_000 });
});
