import { expect, test } from "vitest";
import { templateResponse } from "@/app/admin/_imports/template";
import { readAgreementBatch } from "@/domain/agreement/plan";
import { agreementColumns, agreementExample } from "@/domain/agreement/row";
import { readBatch } from "@/domain/import/plan";
import { inspectSource } from "@/lib/table/inspect";
import type { TableRow } from "@/lib/table/row";
import { readTable } from "@/lib/table/table";
import { openArchive, unpack } from "@/lib/table/zip";
import { orderFieldNames, orderFields } from "@/model/order-field";
import { archiveOf } from "@/tests/support/workbook";

const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };
const example = Object.fromEntries(
  orderFieldNames.map((name) => [orderFields[name].header, orderFields[name].example]),
);
const row = (line: number, cells: Record<string, string>) => ({ line, cells, found: 12, expected: 12 });

test("the order of the template is refused by its own text, and the lines below it go in", () => {
  const { lines, faults } = readBatch(
    [row(2, example), row(3, { ...example, VALOR: "90000" }), row(4, { ...example, NRODCTO: "0004522" })],
    rules,
    new Map(),
    (text) => text,
  );
  expect(faults.map(({ line, code }) => [line, code])).toEqual([
    [2, "example_row"],
    [3, "example_row"],
  ]);
  expect(lines.map(({ data }) => data.number)).toEqual(["0004522"]);
});

test("the convenio of the template is refused by its own text, and the lines below it go in", () => {
  const { lines, faults } = readAgreementBatch(
    [row(2, agreementExample), row(3, { ...agreementExample, CONVENIO: "CV-2026-015" })],
    new Map(),
    (text) => text,
  );
  expect(faults.map(({ line, code }) => [line, code])).toEqual([[2, "example_row"]]);
  expect(lines.map(({ data }) => data.number)).toEqual(["CV-2026-015"]);
});

test("a part of an archive whose checksum is wrong is refused as broken", async () => {
  const read = async (declaredSum?: number) => {
    const archive = await openArchive(archiveOf([{ name: "a", content: "135000", declaredSum }]));
    const pieces: Buffer[] = [];
    for await (const piece of unpack(archive, "a", 100)) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  expect(await read()).toBe("135000");
  await expect(read(1)).rejects.toMatchObject({ code: "broken_workbook" });
});

test("numbers that are typed into a template stay texts, and its empty rows are no rows of the file", async () => {
  const response = templateResponse("plantilla", [
    { header: "CONVENIO", kind: "typed", cell: "0001" },
    ...agreementColumns.slice(1).map((header) => ({ header, cell: "1" })),
  ]);
  const bytes = Buffer.from(await response.arrayBuffer());
  const source = async function* () {
    yield bytes;
  };
  const { format } = await inspectSource(source);
  const rows: TableRow[] = [];
  for await (const batch of readTable(source, format, { wanted: agreementColumns, days: [] }, 2_000))
    rows.push(...batch);
  expect(rows.map(({ line, cells }) => [line, cells?.CONVENIO])).toEqual([[2, "0001"]]);
  const archive = await openArchive(bytes);
  const textOf = async (part: string) => {
    const pieces: Buffer[] = [];
    for await (const piece of unpack(archive, part, 10_000_000)) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  expect(await textOf("xl/styles.xml")).toContain('<numFmt numFmtId="164" formatCode="@"/>');
  expect(await textOf("xl/worksheets/sheet1.xml")).toMatch(/<c r="A3" s="1"\/>.*<c r="A1002" s="1"\/>/);
});
