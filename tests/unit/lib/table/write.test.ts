import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { inspectSource } from "@/lib/table/inspect";
import { readTable } from "@/lib/table/table";
import { type Cell, type Column, type TableFormat, writeTable } from "@/lib/table/write";

const columns: Column[] = [
  { header: "NOMBRE" },
  { header: "VALOR", kind: "number" },
  { header: "FECHA", kind: "day" },
  { header: "SEDE" },
];

async function* from(rows: Cell[][]) {
  yield* rows;
}
async function bytesOf(format: TableFormat, rows: Cell[][]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeTable(format, columns, from(rows))) parts.push(part);
  return Buffer.concat(parts);
}
const csvOf = async (rows: Cell[][]) => (await bytesOf("csv", rows)).toString("utf8");

/** What the importer reads of an export. */
async function readBack(format: TableFormat, rows: Cell[][]): Promise<(Record<string, string> | null)[]> {
  const bytes = await bytesOf(format, rows);
  const source = async function* () {
    yield bytes;
  };
  const inspected = await inspectSource(source);
  const shape = { wanted: columns.map(({ header }) => header), days: ["FECHA"] };
  const read: (Record<string, string> | null)[] = [];
  for await (const batch of readTable(source, inspected.format, shape, 100))
    read.push(...batch.map(({ cells }) => cells));
  return read;
}

test("an exported CSV opens in a Spanish Excel: BOM, semicolons, plain integers, local dates", async () => {
  expect(await csvOf([["Ana Ñúñez", 480000, { day: "2026-11-24" }, null]])).toBe(
    "\ufeffNOMBRE;VALOR;FECHA;SEDE\r\nAna Ñúñez;480000;24/11/2026;\r\n",
  );
});

test("a formula is escaped with an apostrophe; a negative number stays a number", async () => {
  const text = await csvOf([['=HYPERLINK("http://x";1)', -5, null, "+1"]]);
  expect(text.split("\r\n")[1]).toBe('"\'=HYPERLINK(""http://x"";1)";-5;;"\'+1"');
});

test.each<TableFormat>(["csv", "xlsx"])(
  "every text of a %s survives export and import, on one line",
  async (format) => {
    const signs = fc.constantFrom(..."=+-@＝'\";, \t\r\n\u0000\u2028ñ1".split(""));
    const text = fc
      .oneof(
        fc.array(signs, { maxLength: 10 }).map((all) => all.join("")),
        fc.string({ unit: "binary" }),
      )
      .filter((line) => line.trim() !== "");
    const oneLine = (line: string) => line.replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, " ");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), async (pairs) => {
        const read = await readBack(
          format,
          pairs.map(([name, office]) => [name, 1, { day: "2026-11-24" }, office]),
        );
        expect(read.map((cells) => [cells?.NOMBRE, cells?.VALOR, cells?.SEDE])).toEqual(
          pairs.map(([name, office]) => [oneLine(name), "1", oneLine(office)]),
        );
      }),
      { numRuns: 100 },
    );
  },
);

test("a text that looks like an escaped formula survives export and import", async () => {
  const [row] = await readBack("csv", [['="0810022"', 1, { day: "2026-11-24" }, '=""']]);
  expect([row?.NOMBRE, row?.SEDE]).toEqual(['="0810022"', '=""']);
});

test("a workbook keeps text as text, numbers as numbers, dates as dates, and contains no formula", async () => {
  const bytes = await bytesOf("xlsx", [
    ["=1+1", 480000, { day: "2026-11-24" }, "0012345"],
    ["@SUM(A1)\n\u0001", -5, null, "＝1"],
  ]);
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [sheet] = sheets;
  expect(sheet?.rows).toEqual([
    ["NOMBRE", "VALOR", "FECHA", "SEDE"],
    ["=1+1", 480000, new Date("2026-11-24T00:00:00Z"), "0012345"],
    ["@SUM(A1)  ", -5, null, "＝1"],
  ]);
  expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula)).toEqual([]);
});

test("an export of a hundred thousand rows is streamed, not loaded at once", async () => {
  let pulled = 0;
  let ended = false;
  async function* endless(): AsyncGenerator<Cell[]> {
    try {
      for (;;) {
        pulled += 1;
        yield ["Ana", pulled, null, "x"];
      }
    } finally {
      ended = true;
    }
  }
  const reader = writeTable("csv", columns, endless()).getReader();
  await reader.read();
  expect(pulled).toBeLessThan(20_000);
  await reader.cancel();
  expect(ended).toBe(true);
});
