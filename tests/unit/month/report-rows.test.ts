import { expect, test } from "vitest";
import type { Line, ProviderLine } from "@/domain/month/lines";
import type { MonthReport } from "@/domain/month/read-report";
import {
  hasRequests,
  nameOfProvider,
  reportCells,
  reportColumns,
  reportRows,
} from "@/domain/month/report-rows";
import { esCO } from "@/messages/es-CO";

const words = esCO.monthReport;
const zero = { count: 0, amount: 0 };
const none = { issued: zero, used: zero, expired: zero, voided: zero, held: zero };
const line = (name: string, changes: Partial<Line> = {}): Line => ({
  ...{ key: name, name, now: none, before: none },
  ...changes,
});
const bought = (nit: string | null, changes: Partial<ProviderLine> = {}): ProviderLine => ({
  ...line("", {}),
  ...{ nit, checkDigit: 1, paid: { now: 0, before: 0 }, unpaid: { now: 0, before: 0 } },
  ...changes,
});
const quiet = {
  ...{ received: 0, returned: 0, approved: 0, rejected: 0, median: null, p90: null, late: 0 },
};
const report = (changes: Partial<MonthReport> = {}): MonthReport => ({
  ...{ month: "2026-10", before: "2026-09", today: "2026-11-29", isRunning: false, course: [] },
  days: { from: "2026-10-01", to: "2026-10-31" },
  lines: { total: line(""), kinds: [], offices: [] },
  providers: [],
  requests: { now: quiet, before: quiet },
  renewals: { now: quiet, before: quiet },
  ...changes,
});
const rowsOf = (changes: Partial<MonthReport>, table: string) =>
  reportRows(report(changes), words).filter((row) => row.table === table);

test("the total and the requests have a row for each figure, also where nothing happened", () => {
  const rows = reportRows(report(), words);
  expect(rows.map(({ table, figure }) => `${table} ${figure}`)).toEqual([
    ...["Emitidas", "Usadas", "Vencidas sin usar", "Anuladas", "En revisión al cierre"].map(
      (figure) => `total ${figure}`,
    ),
    ...Object.values(words.requests).map((figure) => `requests ${figure}`),
  ]);
  expect(rows[0]).toEqual({
    ...{ table: "total", name: "Total", nit: null, figure: "Emitidas" },
    ...{ count: 0, amount: 0, before: 0, amountBefore: 0 },
  });
});

test("a kind or an office has the figures in which anything happened, in either month", () => {
  const kinds = [
    line("Salud", { now: { ...none, used: { count: 2, amount: 30 } } }),
    line("Educación", { before: { ...none, issued: { count: 1, amount: 7 } } }),
    line("Nada"),
  ];
  expect(rowsOf({ lines: { total: line(""), kinds, offices: [] } }, "kinds")).toEqual([
    {
      ...{ table: "kinds", name: "Salud", nit: null, figure: "Usadas" },
      ...{ count: 2, amount: 30, before: 0, amountBefore: 0 },
    },
    {
      ...{ table: "kinds", name: "Educación", nit: null, figure: "Emitidas" },
      ...{ count: 0, amount: 0, before: 1, amountBefore: 7 },
    },
  ]);
  const offices = ["Sur", ""].map((name) => line(name, { now: { ...none, used: { count: 1, amount: 1 } } }));
  const rows = rowsOf(
    { lines: { total: line(""), kinds: [], offices: [...offices, line("Norte")] } },
    "offices",
  );
  expect(rows.map(({ name }) => name)).toEqual(["Sur", "Sin sede"]);
});

test("a provider has what was paid and what is not, where it is any money", () => {
  const used = { ...none, used: { count: 1, amount: 50 } };
  const rows = rowsOf(
    {
      providers: [
        bought("900123456", {
          ...{ name: "Tienda", now: used },
          ...{ paid: { now: 40, before: 0 }, unpaid: { now: 0, before: 9 } },
        }),
        bought("800765432", { now: used }),
        bought(null, { now: used }),
      ],
    },
    "providers",
  );
  expect(rows.map(({ name, nit, figure, count, amount }) => [name, nit, figure, count, amount])).toEqual([
    ["Tienda", "900123456", "Usadas", 1, 50],
    ["Tienda", "900123456", "Pagado", null, 40],
    ["Tienda", "900123456", "Falta por pagar", null, 0],
    ["800765432", "800765432", "Usadas", 1, 50],
    ["Órdenes para cualquier proveedor", null, "Usadas", 1, 50],
  ]);
  expect(rows[1]).toEqual({
    ...{ table: "providers", name: "Tienda", nit: "900123456", figure: "Pagado" },
    ...{ count: null, amount: 40, before: null, amountBefore: 0 },
  });
  expect(rows[2]).toMatchObject({ amountBefore: 9 });
  expect(nameOfProvider(bought(null, { name: "Tienda" }), words)).toBe(words.anybodys);
});

test("renewals have rows where any came or was answered in either month", () => {
  const some = { ...quiet, median: 2, late: 1, received: 3 };
  expect(rowsOf({}, "renewals")).toEqual([]);
  expect(rowsOf({ renewals: { now: some, before: quiet } }, "renewals")[0]).toEqual({
    ...{ table: "renewals", name: "Renovaciones", nit: null, figure: "Recibidas" },
    ...{ count: 3, amount: null, before: 0, amountBefore: null },
  });
  const [received] = rowsOf({ requests: { now: quiet, before: some } }, "requests");
  expect(received).toMatchObject({ name: "Solicitudes", count: 0, before: 3 });
  for (const figure of ["received", "returned", "approved", "rejected"] as const) {
    expect(hasRequests({ now: { ...quiet, [figure]: 1 }, before: quiet }), figure).toBe(true);
    expect(hasRequests({ now: quiet, before: { ...quiet, [figure]: 1 } }), figure).toBe(true);
  }
  expect(hasRequests({ now: { ...quiet, median: 1, p90: 1, late: 1 }, before: quiet })).toBe(false);
});

test("the cells of a report stand under their columns", async () => {
  const cells = [];
  for await (const row of reportCells(report(), words)) cells.push(row);
  expect(cells[0]).toEqual(["2026-10", "Total", "Total", null, "Emitidas", 0, 0, "2026-09", 0, 0]);
  expect(cells).toHaveLength(12);
  expect(reportColumns).toHaveLength(10);
  expect(reportColumns.filter(({ kind }) => kind === "number").map(({ header }) => header)).toEqual([
    ...["CANTIDAD", "VALOR", "CANTIDAD_ANTES", "VALOR_ANTES"],
  ]);
});
