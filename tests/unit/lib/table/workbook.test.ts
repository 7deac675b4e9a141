import fc from "fast-check";
import { type CellValue, writeXlsxStream } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readBatch } from "@/domain/import/plan";
import { inspectSource } from "@/lib/table/inspect";
import type { TableRow } from "@/lib/table/row";
import { readTable } from "@/lib/table/table";
import { orderColumns, orderDays } from "@/model/order-field";
import { orderCells } from "@/tests/support/factories/order";
import { archiveOf, textRows, workbookOf, workbookParts } from "@/tests/support/workbook";

const NO_RESULT = "¿fórmula sin resultado?";
const shape = { wanted: ["NIT", "FECHA"], days: ["FECHA"] };

async function rowsOf(bytes: Buffer, { wanted, days } = shape): Promise<TableRow[]> {
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  };
  const { format } = await inspectSource(source);
  const rows: TableRow[] = [];
  for await (const batch of readTable(source, format, { wanted, days }, 100)) rows.push(...batch);
  return rows;
}

async function written(rows: CellValue[][], inlineStrings: boolean): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsxStream(rows, { name: "Órdenes", inlineStrings })) parts.push(part);
  return Buffer.concat(parts);
}

const cellsOf = (rows: TableRow[]) => rows.map(({ line, cells }) => [line, cells?.NIT, cells?.FECHA]);

test.each([true, false])("a generated workbook is parsed (inline texts: %s)", async (inline) => {
  const bytes = await written(
    [
      ["nit", "Fecha", "VALOR"],
      ["0012345", new Date(Date.UTC(2026, 10, 1)), 135000.5],
      [],
      [1_043_000_001, "01/11/2026", "Ñ & <b> ü"],
    ],
    inline,
  );
  const rows = await rowsOf(bytes);
  expect(rows.map(({ line, cells }) => ({ line, ...cells }))).toEqual([
    { line: 2, NIT: "0012345", FECHA: "2026-11-01", VALOR: "135000,5" },
    { line: 4, NIT: "1043000001", FECHA: "01/11/2026", VALOR: "Ñ & <b> ü" },
  ]);
});

test("a workbook and a CSV of the same cells give the same plan", async () => {
  const lines = [orderCells(7), orderCells(8, { VALOR: "48O.000" }), orderCells(7)];
  const table = [
    [...orderColumns],
    ...lines.map((cells) => orderColumns.map((column) => cells[column] ?? "")),
  ];
  const rows = await rowsOf(workbookOf(table), { wanted: [...orderColumns], days: [...orderDays] });
  const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };
  const plan = readBatch(rows, rules, new Map(), (text) => text);
  expect(plan.lines).toMatchObject([{ line: 2, data: { number: "0000007", numberKey: "7" } }]);
  expect(plan.faults).toMatchObject([{ line: 3, column: "VALOR", code: "value_letter" }]);
  expect(plan.repeated).toBe(1);
});

const cell = fc.string({
  unit: fc.constantFrom("a", "Ñ", "0", "&", "<", ">", '"', "'", "]", ";", "_x", "😀", " "),
});

test("texts of a workbook are parsed unchanged, wherever stream chunks end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async (pairs) => {
      const rows = await rowsOf(workbookOf([["NIT", "FECHA"], ...pairs]));
      const filled = pairs.map(([a, b], at) => [at + 2, a, b]).filter(([, a, b]) => `${a}${b}`.trim() !== "");
      expect(cellsOf(rows)).toEqual(filled);
    }),
    { numRuns: 60 },
  );
});

const header = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
const strings = "<si><t>NIT</t></si><si><r><t>FEC</t></r><r><t>HA</t></r><rPh><t>x</t></rPh></si>";
const row = (nit: string, day: string) => `<row r="3">${nit}${day}</row>`;
const one = async (nit: string, day = "", more = {}) => {
  const parts = workbookParts(header + row(nit, day), { strings, ...more });
  return cellsOf(await rowsOf(archiveOf(parts)));
};

test.each([
  ["a number loses the zeros before it", '<c r="A3"><v>0012</v></c>', "", ["12", ""]],
  [
    "a sum of floating numbers is what is shown",
    '<c r="A3"><v>134999.99999999997</v></c>',
    "",
    ["135000", ""],
  ],
  ["a formula is its result", '<c r="A3" t="str"><f>A1</f><v>9</v></c>', "", ["9", ""]],
  [
    "a formula without result is marked",
    '<c r="A3"><f>A1</f></c>',
    '<c r="B3"><v>5</v></c>',
    [NO_RESULT, "5"],
  ],
  [
    "a formula whose result is an empty text is marked",
    '<c r="A3" t="str"><f>A1</f><v></v></c>',
    '<c r="B3"><v>5</v></c>',
    [NO_RESULT, "5"],
  ],
  ["a text that the workbook lacks is marked", '<c r="A3" t="s"><v>99</v></c>', "", ["¿99?", ""]],
  ["a number of another notation is marked", '<c r="A3"><v>0x10</v></c>', "", ["¿0x10?", ""]],
  ["a cell of an unknown type is marked", '<c r="A3" t="z"><v>5</v></c>', "", ["¿5?", ""]],
  ["a day is ISO", "", '<c r="B3" s="1"><v>46327</v></c>', ["", "2026-11-01"]],
  ["a day with its hour keeps it", "", '<c r="B3" s="1"><v>46327.5</v></c>', ["", "2026-11-01T12:00:00"]],
  [
    "a day with an hour a moment before midnight is not the next day",
    "",
    '<c r="B3" s="1"><v>46371.99999996528</v></c>',
    ["", "2026-12-15T23:59:59.997"],
  ],
  [
    "a day with the noise of a sum is that day",
    "",
    '<c r="B3" s="1"><v>46327.000000001</v></c>',
    ["", "2026-11-01"],
  ],
  ["a day as Excel's own text", "", '<c r="B3" t="d"><v>2026-11-01T00:00:00</v></c>', ["", "2026-11-01"]],
  ["a day where none belongs is marked", '<c r="A3" s="1"><v>46327</v></c>', "", ["¿2026-11-01?", ""]],
  ["a truth is marked", '<c r="A3" t="b"><v>1</v></c>', "", ["¿1?", ""]],
  ["an error is marked", '<c r="A3" t="e"><v>#N/A</v></c>', "", ["¿#N/A?", ""]],
  [
    "a number that Excel rounded is marked",
    '<c r="A3"><v>1.0430000123456E+19</v></c>',
    "",
    ["¿10430000123456000000?", ""],
  ],
  ["what XML cannot hold is told", '<c r="A3" t="inlineStr"><is><t>a_x000A_b</t></is></c>', "", ["a\nb", ""]],
])("in a workbook cell %s", async (_, nit, day, cells) => {
  expect(await one(nit, day)).toEqual([[3, ...cells]]);
});

test("dates are parsed in the 1904 date system and with custom formats", async () => {
  const formats = '<numFmt numFmtId="164" formatCode="[$-240A]dd\\ &quot;de&quot;\\ mmmm"/>';
  expect(
    await one("", '<c r="B3" s="2"><v>44865</v></c>', { formats, book: '<workbookPr date1904="1"/>' }),
  ).toEqual([[3, "", "2026-11-01"]]);
});

test("every column refuses a cell with an unusual sign", async () => {
  const { faults } = readBatch(
    [
      {
        line: 2,
        cells: Object.fromEntries(orderColumns.map((column) => [column, "¿1?"])),
        found: 12,
        expected: 12,
      },
    ],
    { kinds: new Map(), agreements: new Map(), today: "2026-11-24" },
    new Map(),
    (text) => text,
  );
  expect(faults.map(({ column, code }) => [column, code])).toEqual(
    orderColumns.map((column) => [column, "odd_cell"]),
  );
});

const rows = textRows([["NIT", "FECHA"]]);
const bomb = Buffer.alloc(30_000_000, " ");
test.each([
  [
    "whose sheet is larger than it says",
    [{ name: "xl/worksheets/sheet1.xml", content: bomb, declaredSize: 100 }],
    "broken_workbook",
  ],
  [
    "whose sheet says that it is endless",
    [{ name: "xl/worksheets/sheet1.xml", content: rows, declaredSize: 4_000_000_000 }],
    "too_large",
  ],
  [
    "with a tag without end",
    [{ name: "xl/worksheets/sheet1.xml", content: `<a b="${bomb}` }],
    "broken_workbook",
  ],
  [
    "with entities of its own",
    [{ name: "xl/worksheets/sheet1.xml", content: `<!DOCTYPE a [<!ENTITY b "c">]>${rows}` }],
    "broken_workbook",
  ],
  [
    "that is cut",
    [{ name: "xl/worksheets/sheet1.xml", content: "<worksheet><sheetData><row" }],
    "broken_workbook",
  ],
  ["without a sheet", [{ name: "xl/_rels/workbook.xml.rels", content: "<Relationships/>" }], "no_sheet"],
  [
    "with other columns",
    [{ name: "xl/worksheets/sheet1.xml", content: textRows([["NIT", "B", "C"]]) }],
    "columns",
  ],
  ["without a header", [{ name: "xl/worksheets/sheet1.xml", content: textRows([["A"]]) }], "no_header"],
  [
    "whose tag has no end at all",
    [{ name: "_rels/.rels", content: `<${"a".repeat(400_000)}` }],
    "broken_workbook",
  ],
  [
    "whose attribute has no end",
    [{ name: "_rels/.rels", content: `<a b="${"a".repeat(400_000)}` }],
    "broken_workbook",
  ],
  ["that is too deep", [{ name: "xl/workbook.xml", content: "<a>".repeat(500) }], "broken_workbook"],
  ["that is packed too tight", [{ name: "xl/worksheets/sheet1.xml", content: bomb }], "broken_workbook"],
  [
    "with a merged cell over everything",
    [
      {
        name: "xl/worksheets/sheet1.xml",
        content: `<worksheet><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
      },
    ],
    "broken_workbook",
  ],
  ["with nothing in it", [{ name: "xl/worksheets/sheet1.xml", content: "<worksheet/>" }], "empty"],
])("a workbook %s is refused", async (_, changed, code) => {
  const parts = workbookParts(rows).map((part) => changed.find(({ name }) => name === part.name) ?? part);
  await expect(rowsOf(archiveOf(parts))).rejects.toMatchObject({ code });
});

test("arbitrary bytes after an archive's header are a table error, never a crash", async () => {
  const good = workbookOf([
    ["NIT", "FECHA"],
    ["1", "2"],
  ]);
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 5), fc.nat(255), async (at, byte) => {
      const bad = Buffer.from(good);
      bad[at + 4] = byte;
      await rowsOf(bad).catch((error: unknown) => expect(error).toMatchObject({ name: "TableFault" }));
    }),
    { numRuns: 300 },
  );
});
