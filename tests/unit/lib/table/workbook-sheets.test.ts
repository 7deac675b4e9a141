import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readBatch } from "@/domain/import/plan";
import { inspectSource } from "@/lib/table/inspect";
import { newNotes } from "@/lib/table/notes";
import { readTable } from "@/lib/table/table";
import { orderColumns, orderDays } from "@/model/order-field";
import { foreignRow } from "@/tests/support/third-party-file";
import { archiveOf, textRows, workbookParts } from "@/tests/support/workbook";

const folder = path.join(import.meta.dirname, "../../../fixtures/archivos");
const rules = {
  kinds: new Map([["AS", 20_000_000]]),
  agreements: new Map([["820246633", "2027-12-31"]]),
  today: "2026-11-24",
};

/** What real programs wrote, read as orders. */
async function ordersOf(bytes: Buffer) {
  const source = async function* () {
    yield bytes;
  };
  const notes = newNotes();
  const { format } = await inspectSource(source);
  const read = { orders: [] as string[], faults: [] as string[], names: [] as string[] };
  const shape = { wanted: [...orderColumns], days: [...orderDays] };
  for await (const rows of readTable(source, format, shape, 100, notes)) {
    const { lines, faults } = readBatch(rows, rules, new Map(), (text) => text);
    read.orders.push(...lines.map(({ data }) => data.number));
    read.names.push(...lines.map(({ data }) => data.affiliateName));
    read.faults.push(...faults.map(({ line, column, code }) => `${line} ${column} ${code}`));
  }
  return { ...read, notes };
}
const fixture = (name: string) => ordersOf(readFileSync(path.join(folder, name)));

test("a formula without a cached value is refused in every column", async () => {
  expect(await fixture("formula-sin-valor.xlsx")).toMatchObject({
    orders: [],
    faults: ["2 NIT_PROVEEDOR odd_cell", "3 VALOR odd_cell", "4 CONCEPTO odd_cell"],
  });
});

test("a hidden sheet is never read, even when it has the orders", async () => {
  await expect(fixture("primera-hoja-oculta.xlsx")).rejects.toMatchObject({
    code: "hidden_sheet",
    names: ["“Sheet”"],
  });
});

test("further sheets with the same columns get a warning", async () => {
  const { notes } = await fixture("segunda-hoja-activa.xlsx");
  expect(notes).toMatchObject({ sheet: "Sheet", alike: ["Correcta"] });
});

test("rows hidden by a filter are imported with a warning", async () => {
  const { orders, notes } = await fixture("filas-filtradas.xlsx");
  expect(orders).toEqual(["9100007", "9100008", "9100009"]);
  expect(notes).toMatchObject({ hiddenRows: 1, hiddenLines: [3] });
});

test("a row that a program hid by giving it no height gets the same warning", async () => {
  const rows = textRows([[...orderColumns], foreignRow(), foreignRow({ NRODCTO: "0810002" })]);
  const flat = rows
    .replace('<row r="3">', '<row r="3" ht="0" customHeight="1">')
    .replace('<row r="2">', '<row r="2" ht="15">');
  const { orders, notes } = await ordersOf(archiveOf(workbookParts(flat)));
  expect(orders).toHaveLength(2);
  expect(notes).toMatchObject({ hiddenRows: 1, hiddenLines: [3] });
});

test("rows that a sheet hides unless they have a height get the same warning", async () => {
  const rows = textRows([
    [...orderColumns],
    ...["1", "2", "3"].map((at) => foreignRow({ NRODCTO: `081000${at}` })),
  ])
    .replace('<row r="2">', '<row r="2" ht="15" customHeight="1">')
    .replace('<row r="4">', '<row r="4" hidden="0">');
  const parts = workbookParts(rows).map((part) => ({
    ...part,
    content: String(part.content).replace(
      "<sheetData>",
      '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData>',
    ),
  }));
  const { orders, notes } = await ordersOf(archiveOf(parts));
  expect(orders).toHaveLength(3);
  expect(notes).toMatchObject({ hiddenRows: 1, hiddenLines: [3] });
});

test("dates and texts mixed in one column get a warning", async () => {
  expect((await fixture("fechas-mezcladas.xlsx")).notes.mixedDays).toEqual(["FECHA", "VENCE"]);
});

test("days in one column and texts in another get the same warning, blanks do not", async () => {
  const notesOf = async (...rows: Partial<Record<"FECHA" | "VENCE", number | string>>[]) => {
    const cellOf = (value: number | string) =>
      typeof value === "number"
        ? `<c s="1"><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rowsOf = rows.map((cells) => {
      const changed = foreignRow().map((text, at) => cells[orderColumns[at] as "FECHA" | "VENCE"] ?? text);
      return `<row>${changed.map(cellOf).join("")}</row>`;
    });
    const header = `<row>${orderColumns.map(cellOf).join("")}</row>`;
    const parts = workbookParts(header + rowsOf.join(""), { formats: '<xf/><xf numFmtId="14"/>' });
    return (await ordersOf(archiveOf(parts))).notes.mixedDays;
  };
  const [text, day] = ["13/11/2026", 46_000];
  expect(await notesOf({ FECHA: text, VENCE: day }, { FECHA: text, VENCE: day })).toEqual(["FECHA", "VENCE"]);
  expect(await notesOf({ FECHA: text, VENCE: day }, { FECHA: day, VENCE: day })).toEqual(["FECHA", "VENCE"]);
  expect(await notesOf({ FECHA: day, VENCE: day })).toEqual([]);
  expect(await notesOf({ FECHA: text, VENCE: text })).toEqual([]);
  expect(await notesOf({ FECHA: " ", VENCE: day })).toEqual([]);
});

test("a chart sheet is skipped", async () => {
  expect(await fixture("grafico-primero.xlsx")).toMatchObject({
    orders: ["9100051"],
    notes: { sheet: "Sheet" },
  });
});

test("a DOS-encoded file keeps its names", async () => {
  expect(await fixture("cp850.csv")).toMatchObject({
    names: ["María Ñáñez Güette"],
    notes: { encoding: "cp850" },
  });
});

const sheetOf = (name: string, rows: string) => ({
  name,
  content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});

test("a sheet of instructions before the orders is skipped", async () => {
  const cells = orderColumns.map((column) => column);
  const parts = workbookParts("").map((part) => {
    if (part.name === "xl/workbook.xml")
      return {
        ...part,
        content:
          '<workbook><sheets><sheet name="Léame" r:id="rId7"/><sheet name="Datos" r:id="rId10"/></sheets></workbook>',
      };
    if (part.name === "xl/_rels/workbook.xml.rels")
      return {
        ...part,
        content: String(part.content).replace(
          "</Relationships>",
          '<Relationship Id="rId10" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
        ),
      };
    if (part.name === "xl/worksheets/sheet1.xml")
      return sheetOf(part.name, textRows([["Instrucciones"], ["Llene la hoja"]]));
    return part;
  });
  const read = await ordersOf(archiveOf([...parts, sheetOf("xl/worksheets/sheet2.xml", textRows([cells]))]));
  expect(read.notes).toMatchObject({ sheet: "Datos", alike: [] });
});

test("cells covered by a merged cell are refused, not read as empty", async () => {
  const row = [
    "AS",
    "0000001",
    "CC",
    "1043000001",
    "Ana",
    "01/11/2026",
    "15/12/2026",
    "135000",
    "Ropa",
    "820246633",
    "Prado",
    "VIGENTE",
  ];
  const below = row.map((cell, at) => (at === 1 ? "0000002" : at === 9 ? "" : cell));
  const rows = textRows([[...orderColumns], row, below]);
  const content = `<worksheet><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="J2:J3"/></mergeCells></worksheet>`;
  const parts = workbookParts("").map((part) =>
    part.name === "xl/worksheets/sheet1.xml" ? { ...part, content } : part,
  );
  expect(await ordersOf(archiveOf(parts))).toMatchObject({
    orders: ["0000001"],
    faults: ["3 NIT_PROVEEDOR odd_cell"],
  });
});

test("formulas dragged below the last order are not rows", async () => {
  const dragged = Array.from({ length: 12 }, () => '<c t="str"><f>x</f><v></v></c>').join("");
  const rows = `${textRows([[...orderColumns]])}<row r="2">${dragged}</row>`;
  expect(await ordersOf(archiveOf(workbookParts(rows)))).toMatchObject({ orders: [], faults: [] });
});

test("a duplicate part or cell is refused, because programs disagree on which one to read", async () => {
  const rows = textRows([[...orderColumns]]);
  const parts = workbookParts(rows);
  const second = parts.filter(({ name }) => name.endsWith("sheet1.xml"));
  await expect(ordersOf(archiveOf([...parts, ...second]))).rejects.toMatchObject({ code: "broken_workbook" });
  const twice = rows.replace("</row>", '<c r="A1" t="inlineStr"><is><t>OTRA</t></is></c></row>');
  await expect(ordersOf(archiveOf(workbookParts(twice)))).rejects.toMatchObject({ code: "broken_workbook" });
});

test("a cell whose text comes in endless pieces is refused, in its row or among the texts that cells point to", async () => {
  const pieces = `<r><t>${"a".repeat(30_000)}</t></r>`.repeat(5);
  const cell = `<row r="7"><c t="inlineStr"><is>${pieces}</is></c></row>`;
  await expect(ordersOf(archiveOf(workbookParts(cell)))).rejects.toMatchObject({
    code: "long_line",
    names: ["7"],
  });
  const texts = workbookParts("", { strings: `<si>${pieces}</si>` });
  await expect(ordersOf(archiveOf(texts))).rejects.toMatchObject({ code: "broken_workbook" });
});
