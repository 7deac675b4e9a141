import { expect, test } from "vitest";
import { readAgreementBatch } from "@/domain/agreement/plan";
import { agreementExample, agreementShape } from "@/domain/agreement/row";
import { DayOrderCensus } from "@/domain/import/day-order";
import { orderColumns } from "@/model/order-field";
import { foreignRow, readForeign } from "@/tests/support/third-party-file";
import { archiveOf, workbookParts } from "@/tests/support/workbook";

/** The day as a spreadsheet counts it. */
const serial = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569;
const cellOf = (value: string) =>
  /^\d{4}-/.test(value)
    ? `<c s="1"><v>${serial(value)}</v></c>`
    : `<c t="inlineStr"><is><t>${value.replace("texto ", "")}</t></is></c>`;

/** What becomes of a workbook with these first and last days: ISO is a day cell, everything else a text. */
const workbookOf = (...days: (readonly [string, string])[]) =>
  read(days.map(([FECHA, VENCE], at) => foreignRow({ NRODCTO: `0${810_000 + at}`, FECHA, VENCE })));

async function read(lines: readonly string[][]) {
  const rows = lines.map((cells) => cells.map(cellOf).join(""));
  const all = [orderColumns.map(cellOf).join(""), ...rows].map((cells) => `<row>${cells}</row>`).join("");
  const { orders, refused } = await readForeign(archiveOf(workbookParts(all)));
  return { taken: orders.length, refused: refused.map((line) => line.split(":")[0]), words: refused };
}

test("days that a Colombian Excel made of texts with the month first are refused, as in a CSV", async () => {
  const { taken, refused, words } = await workbookOf(
    ["2026-05-03", "2026-12-11"],
    ["03/15/2026", "04/20/2026"],
    ["04/20/2026", "05/15/2026"],
    ["2026-11-11", "2026-12-12"],
    ["2026-06-04", "2026-12-12"],
  );
  // Of 11 November and 12 December the order does not matter.
  expect(taken).toBe(1);
  expect(refused.filter((line) => line?.endsWith("day_order"))).toEqual([
    "2 FECHA day_order",
    "2 VENCE day_order",
    "6 FECHA day_order",
  ]);
  expect(words[0]).toContain("la línea 3 de este archivo parece tener el mes primero");
});

test("days that an Excel of the United States made of texts with the day first are refused, the texts are not", async () => {
  const { taken, refused, words } = await workbookOf(
    ["2026-05-03", "15/12/2026"],
    ["15/03/2026", "20/12/2026"],
    ["16/03/2026", "2026-10-12"],
  );
  expect(taken).toBe(1);
  expect(refused).toEqual(["2 FECHA day_order", "4 VENCE day_order"]);
  expect(words[0]).toContain("unas celdas son fechas y otras, como la de la línea 2, son texto");
});

test("a text that every Excel would have made a day of tells nothing against the days beside it", async () => {
  const many = Array.from({ length: 200 }, () => ["2026-11-05", "2026-12-05"] as const);
  expect((await workbookOf(...many, ["2026-11-05", "05/12/2026"])).taken).toBe(201);
  const { taken, words } = await workbookOf(
    ...many,
    ["2026-11-05", "05/12/2026"],
    ["2026-11-05", "15/12/2026"],
  );
  expect(taken).toBe(0);
  expect(words[0]).toContain("como la de la línea 203");
});

test("the example row of a template says nothing of the days of the file", async () => {
  const example = { NRODCTO: "0004521", NIT: "1042555318", NOMBRE: "María Pérez" };
  const { taken, refused } = await read([
    foreignRow({ ...example, FECHA: "2026-11-01", VENCE: "2026-12-15" }),
    foreignRow({ FECHA: "2026-05-03", VENCE: "15/12/2026" }),
  ]);
  expect(taken).toBe(0);
  expect(refused).toEqual(["2  example_row", "3 FECHA day_order"]);
});

test("days after the twelfth among the day cells show that nobody turned them round", async () => {
  const many = Array.from({ length: 11 }, () => ["2026-11-03", "texto 15/12/2026"] as const);
  expect((await workbookOf(["2026-11-03", "15/12/2026"], ["2026-11-20", "2026-12-05"])).taken).toBe(2);
  // One day that was typed by hand among so many is no proof.
  expect((await workbookOf(...many, ["2026-11-13", "15/12/2026"])).taken).toBe(1);
});

test("a workbook of days alone, or with texts that are no days, is read as it is", async () => {
  expect((await workbookOf(["2026-11-03", "2026-12-05"])).taken).toBe(1);
  expect((await workbookOf(["2026-11-03", "2026-12-05"], ["ayer", "2026-12-05"])).refused).toEqual([
    "3 FECHA day_shape",
  ]);
  // A text with its year first can be read in one way only.
  const written = await workbookOf(["texto 2026-05-03", "2026-12-12"], ["03/15/2026", "04/20/2026"]);
  expect(written.refused).toEqual(["3 FECHA no_such_day", "3 VENCE no_such_day"]);
});

test("a convenio whose days were turned round is refused too", () => {
  const columns = Object.keys(agreementExample);
  const row = (line: number, DESDE: string, HASTA: string, dayCells: string[]) => ({
    ...{ line, found: 9, expected: 9, columns, dayCells },
    cells: { ...agreementExample, CONVENIO: `CV-${line}`, DESDE, HASTA },
  });
  const rows = [
    row(2, "2027-01-02", "31/12/2027", ["DESDE"]),
    row(3, "20/01/2027", "2027-12-10", ["HASTA"]),
    row(4, "20/01/2027", "31/12/2027", []),
  ];
  const census = new DayOrderCensus(agreementShape.days, agreementShape.example);
  const example = { ...row(5, "2027-01-01", "2027-12-31", ["DESDE", "HASTA"]), cells: agreementExample };
  census.addRows([...rows, example]);
  const { faults, lines } = readAgreementBatch(rows, new Map(), (text) => text, census.order().doubt);
  expect(lines.map(({ line }) => line)).toEqual([4]);
  expect(faults.map(({ line, column, code, fact }) => [line, column, code, fact])).toEqual([
    [2, "DESDE", "day_order", "turned 2"],
    [3, "HASTA", "day_order", "turned 2"],
  ]);
});
