import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inspectSource } from "@/lib/table/inspect";
import type { TableRow } from "@/lib/table/row";
import { fileSource } from "@/lib/table/source";
import { splitRow } from "@/lib/table/split-row";
import { readTable } from "@/lib/table/table";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-tabla-"));

function fileOf(content: string | Buffer): string {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, content);
  return file;
}

async function rowsOf(content: string | Buffer, wanted = ["NIT", "RAZON_SOCIAL"]): Promise<TableRow[]> {
  const source = fileSource(fileOf(content));
  const { format } = await inspectSource(source);
  const rows: TableRow[] = [];
  for await (const batch of readTable(source, format, { wanted, days: [] }, 3)) rows.push(...batch);
  return rows;
}

const expected = { NIT: "1", RAZON_SOCIAL: "Peñón" };

test.each([
  ["semicolons", Buffer.from("NIT;RAZON_SOCIAL\r\n1;Peñón\r\n")],
  ["commas", Buffer.from("NIT,RAZON_SOCIAL\n1,Peñón")],
  ["a byte order mark", Buffer.from("\ufeffNIT;RAZON_SOCIAL\n1;Peñón\n")],
  ["Windows-1252", Buffer.from("NIT;RAZON_SOCIAL\n1;Peñón\n", "latin1")],
  ["headers in any case, with accents and spaces", Buffer.from("nit; Razón Social \n1;Peñón\n")],
  ["Excel's Unicode text", Buffer.from("\ufeffNIT\tRAZON_SOCIAL\r\n1\tPeñón\r\n", "utf16le")],
  ["quoted cells", Buffer.from('NIT;RAZON_SOCIAL\n"1";"Peñón"\n')],
  ["empty columns behind", Buffer.from("NIT;RAZON_SOCIAL;;\n1;Peñón;;\n")],
])("a table is read with %s", async (_, content) => {
  expect((await rowsOf(content)).map(({ cells }) => cells)).toEqual([expected]);
});

test("a quote that stays open spoils its own line and no other", async () => {
  const rows = await rowsOf('NIT;RAZON_SOCIAL\n1;"Peñón\n\n2;Otra\n');
  expect(rows.map(({ line, cells }) => [line, cells?.NIT ?? null])).toEqual([
    [2, null],
    [4, "2"],
  ]);
});

test("cells that were quoted are read as they were", () => {
  const cell = fc.string().filter((text) => !/[\r\n]/.test(text));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(";", ","), (cells, delimiter) => {
      const text = cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter);
      expect(splitRow(text, delimiter)).toEqual(cells);
    }),
  );
});

test.each([
  ["empty", ""],
  ["broken_workbook", "PK\u0003\u0004"],
  ["old_workbook", Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ["not_text", "NIT\u0000;1"],
  ["columns", "NIT;OTRA\n1;2\n"],
])("a file that is no table is refused: %s", async (code, content) => {
  await expect(rowsOf(content)).rejects.toMatchObject({ code });
});

test("a file that is not there is said to be missing", async () => {
  await expect(inspectSource(fileSource(path.join(folder, "no-existe.csv")))).rejects.toMatchObject({
    code: "missing",
  });
});
