import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { inspectSource } from "@/lib/table/inspect";
import type { TableRow } from "@/lib/table/row";
import { copyFile } from "@/lib/table/source";
import { splitRow } from "@/lib/table/split-row";
import { readTable } from "@/lib/table/table";
import { archiveOf } from "@/tests/support/workbook";

const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-tabla-"));

function fileOf(content: string | Buffer): string {
  const file = path.join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, content);
  return file;
}

async function rowsOf(content: string | Buffer, wanted = ["NIT", "RAZON_SOCIAL"]): Promise<TableRow[]> {
  const { source, close } = await copyFile(fileOf(content));
  onTestFinished(close);
  const { format } = await inspectSource(source);
  const rows: TableRow[] = [];
  for await (const batch of readTable(source, format, { wanted, days: [] }, 3)) rows.push(...batch);
  return rows;
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

const expected = { NIT: "1", RAZON_SOCIAL: "Peñón" };

test("fourteen million empty lines after a table are skipped", async () => {
  const rows = await rowsOf(`NIT;RAZON_SOCIAL\r\n1;Peñón\r\n${"\r\n".repeat(14_000_000)}`);
  expect(rows.map(({ cells }) => cells)).toEqual([expected]);
});

test.each([
  ["semicolons", Buffer.from("NIT;RAZON_SOCIAL\r\n1;Peñón\r\n")],
  ["commas", Buffer.from("NIT,RAZON_SOCIAL\n1,Peñón")],
  ["a byte order mark", Buffer.from("\ufeffNIT;RAZON_SOCIAL\n1;Peñón\n")],
  ["Windows-1252", Buffer.from("NIT;RAZON_SOCIAL\n1;Peñón\n", "latin1")],
  ["headers in any case, with accents and spaces", Buffer.from("nit; Razón Social \n1;Peñón\n")],
  ["Excel's Unicode text", Buffer.from("\ufeffNIT\tRAZON_SOCIAL\r\n1\tPeñón\r\n", "utf16le")],
  ["quoted cells", Buffer.from('NIT;RAZON_SOCIAL\n"1";"Peñón"\n')],
  [
    "UTF-16, most significant byte first",
    swapped(Buffer.from("\ufeffNIT\tRAZON_SOCIAL\r\n1\tPeñón\r\n", "utf16le")),
  ],
  ["UTF-16 without a mark", Buffer.from("NIT\tRAZON_SOCIAL\r\n1\tPeñón\r\n", "utf16le")],
  ["the letters of DOS", Buffer.from("NIT;RAZON_SOCIAL\n1;Pe\xa4\xa2n\n", "latin1")],
  ["the letters of an old Mac", Buffer.from("NIT;RAZON_SOCIAL\n1;Pe\x96\x97n\n", "latin1")],
  ["bars", Buffer.from("NIT|RAZON_SOCIAL\n1|Peñón\n")],
  ["Excel's own mark of the separator", Buffer.from("\ufeffsep=;\r\nNIT;RAZON_SOCIAL\r\n1;Peñón\r\n")],
  ["a separator that only the mark tells", Buffer.from("sep=^\r\nNIT^RAZON_SOCIAL\r\n1^Peñón\r\n")],
  [
    "titles above the header",
    Buffer.from("Informe de convenios;\n\nNoviembre;2026\nNIT;RAZON_SOCIAL\n1;Peñón\n"),
  ],
  ["rows that Excel left empty", Buffer.from("NIT;RAZON_SOCIAL\n;\n1;Peñón\n ; \n;\n")],
  ["line ends of an old Mac", Buffer.from("NIT;RAZON_SOCIAL\r1;Peñón\r")],
  ["empty columns behind", Buffer.from("NIT;RAZON_SOCIAL;;\n1;Peñón;;\n")],
])("a table is parsed with %s", async (_, content) => {
  expect((await rowsOf(content)).map(({ cells }) => cells)).toEqual([expected]);
});

const joinedRows = async (text: string) =>
  (await rowsOf(`NIT;RAZON_SOCIAL;SEDE\n${text}`, ["NIT", "RAZON_SOCIAL", "SEDE"])).map(({ line, cells }) => [
    line,
    cells && [cells.NIT, cells.RAZON_SOCIAL, cells.SEDE],
  ]);

test("a line break inside quotes is part of its cell", async () => {
  expect(await joinedRows('1;"Ropa\r\nde ""niño""\n\ny zapatos";Prado\n2;Otra;Centro\n')).toEqual([
    [2, ["1", 'Ropa\nde "niño"\n\ny zapatos', "Prado"]],
    [6, ["2", "Otra", "Centro"]],
  ]);
});

test("a row whose last cells are empty may leave out their separators, as spreadsheets do", async () => {
  const rows = await rowsOf(
    'NIT;RAZON_SOCIAL;FECHA_USO;NOTA\n1;Peñón;12/11;x\n2;Sol\n3;Luz;13/11\n4\n5;"Dos\nlíneas"\n6;"abierta\n7;Mar\n',
  );
  const row = (NIT: string, RAZON_SOCIAL: string, FECHA_USO = "", NOTA = "") => ({
    NIT,
    RAZON_SOCIAL,
    FECHA_USO,
    NOTA,
  });
  expect(rows.map(({ cells }) => cells)).toEqual([
    row("1", "Peñón", "12/11", "x"),
    row("2", "Sol"),
    row("3", "Luz", "13/11"),
    null,
    row("5", "Dos\nlíneas"),
    null,
    row("7", "Mar"),
  ]);
  // What must be there stands behind what may be missing.
  const [short] = await rowsOf("NIT;NOTA;RAZON_SOCIAL\n1;x\n");
  expect(short).toMatchObject({
    cells: null,
    found: 2,
    expected: 3,
    columns: ["NIT", "NOTA", "RAZON_SOCIAL"],
  });
});

test("an unclosed quote never swallows another row", async () => {
  expect(await joinedRows('1;"Ropa;Prado\n2;Otra;Centro\n3;Otra";Centro\n4;Otra;Norte\n')).toEqual([
    [2, null],
    [3, ["2", "Otra", "Centro"]],
    [4, ["3", 'Otra"', "Centro"]],
    [5, ["4", "Otra", "Norte"]],
  ]);
  const many = Array.from({ length: 30 }, () => "x\n").join("");
  const rows = await joinedRows(`1;"Ropa\n${many}9;Otra;Norte\n`);
  expect(rows).toHaveLength(32);
  expect(rows.at(-1)).toEqual([33, ["9", "Otra", "Norte"]]);
});

test.each([
  ["of UTF-8 with one line of Windows-1252", "utf8", "latin1"],
  ["of Windows-1252 with one line of UTF-8", "latin1", "utf8"],
] as const)("a file %s is parsed, and that line refused", async (_, most, one) => {
  const lines = ["NIT;RAZON_SOCIAL\n", "1;Peñón\n", "2;Ñandú\n"].map((line) => Buffer.from(line, most));
  const content = Buffer.concat([...lines, Buffer.from("3;Muñoz\n", one), Buffer.from("4;Pérez\n", most)]);
  const rows = await rowsOf(content);
  expect(
    rows.map(({ line, cells, foreign }) => [line, cells?.RAZON_SOCIAL ?? null, foreign ?? false]),
  ).toEqual([
    [2, "Peñón", false],
    [3, "Ñandú", false],
    [4, null, true],
    [5, "Pérez", false],
  ]);
  expect(rows[2]?.values).toEqual(["3", "Muñoz"]);
});

const CP850 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»";
const words = fc.constantFrom(
  "María",
  "Núñez",
  "Peña",
  "ÁLVAREZ",
  "IÑIGO",
  "Güette",
  "José",
  "MUÑOZ",
  "Zúñiga",
  "PÉREZ",
  "Andrés",
  "López",
  "CÓRDOBA",
  "Ángel",
  "ÚRSULA",
  "Íñigo",
);

test("the encoding of a file of Spanish names is detected from its letters", async () => {
  const inDos = (text: string) =>
    Buffer.from(Array.from(text, (letter) => (letter < "\u0080" ? letter.charCodeAt(0) : dosByte(letter))));
  const mac = [...new TextDecoder("macintosh").decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128))];
  const inMac = (text: string) =>
    Buffer.from(
      Array.from(text, (letter) => (letter < "\u0080" ? letter.charCodeAt(0) : 128 + mac.indexOf(letter))),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 2, maxLength: 30 }), async (names) => {
      const text = `NIT;RAZON_SOCIAL\n${names.map((name, at) => `${at};${name}`).join("\n")}\n`;
      for (const bytes of [Buffer.from(text), Buffer.from(text, "latin1"), inDos(text), inMac(text)])
        expect((await rowsOf(bytes)).map(({ cells }) => cells?.RAZON_SOCIAL)).toEqual(names);
    }),
    { numRuns: 60, examples: [[["ÚRSULA", "ÚRSULA"]], [["Íñigo", "Íñigo"]]] },
  );
});

function dosByte(letter: string): number {
  const capitals: Record<string, number> = { Á: 0xb5, Í: 0xd6, Ó: 0xe0, Ú: 0xe9 };
  return capitals[letter] ?? 0x80 + CP850.indexOf(letter);
}

test("an unclosed quote invalidates its own line only", async () => {
  const rows = await rowsOf('NIT;RAZON_SOCIAL\n1;"Peñón\n\n2;Otra\n');
  expect(rows.map(({ line, cells }) => [line, cells?.NIT ?? null])).toEqual([
    [2, null],
    [4, "2"],
  ]);
});

test("quoted cells are parsed unchanged", () => {
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
  [
    "mixed_encodings",
    Buffer.concat([Buffer.from("NIT;RAZON_SOCIAL\n1;Peñón\n"), Buffer.from("2;Sol y Mar\r\n", "utf16le")]),
  ],
  [
    "mixed_encodings",
    Buffer.concat([Buffer.from("NIT;RAZON_SOCIAL\n"), swapped(Buffer.from("2;Sol y Mar\r\n", "utf16le"))]),
  ],
  ["columns", "NIT;OTRA;OTRO\n1;2;3\n"],
  ["columns", "NIT;NIT;RAZON_SOCIAL\n1;2;3\n"],
  ["no_header", "1;2\n3;4\n"],
  ["markup", "<html><table><tr><td>NIT</td></tr></table></html>"],
  ["markup", "\ufeff  <?xml version='1.0'?><Workbook/>"],
  ["long_line", `NIT;RAZON_SOCIAL\n1;${"x".repeat(1_000_001)}\n`],
  ["other_program", archiveOf([{ name: "content.xml", content: "<office/>" }])],
])("a file that is no table is refused: %s", async (code, content) => {
  await expect(rowsOf(content)).rejects.toMatchObject({ code });
});

test("a missing file is reported as missing", async () => {
  await expect(copyFile(path.join(folder, "no-existe.csv"))).rejects.toMatchObject({ code: "missing" });
});

test("rows that are long come in batches of few, so that no batch fills the memory", async () => {
  const cells = "x;".repeat(400_000);
  const { source, close } = await copyFile(fileOf(`NIT;RAZON_SOCIAL\n${`${cells}\n`.repeat(12)}1;Peñón\n`));
  onTestFinished(close);
  const { format } = await inspectSource(source);
  const sizes: number[] = [];
  const shape = { wanted: ["NIT", "RAZON_SOCIAL"], days: [] };
  for await (const batch of readTable(source, format, shape, 500)) sizes.push(batch.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(13);
});
