import { execFileSync } from "node:child_process";
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportColumns } from "@/domain/order/list/export-orders";
import { inspectSource } from "@/lib/table/inspect";
import { copyFile } from "@/lib/table/source";
import { readTable } from "@/lib/table/table";
import { type Cell, writeTable } from "@/lib/table/write";
import { orderColumns, orderDays } from "@/model/order-field";
import type { Check } from "./sheets";

const sample: Record<(typeof orderColumns)[number], string> = {
  TIPODCTO: "AS",
  NRODCTO: "0004521",
  TIPO_ID: "CC",
  NIT: "1042555318",
  NOMBRE: "María Ñúñez",
  FECHA: "01/11/2026",
  VENCE: "15/12/2026",
  VALOR: "480000",
  CONCEPTO: "=Calzado",
  NIT_PROVEEDOR: "",
  SEDE: "Sede Centro",
  ESTADO: "VIGENTE",
};

/** Checks that the importer reads a workbook of LibreOffice, and that LibreOffice opens one of ours. */
export async function checkWorkbooks(folder: string): Promise<Check[]> {
  return [await readTheirs(folder), await openOurs(folder)];
}

function convert(folder: string, file: string, to: string, ...more: string[]): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, "soffice")}`;
  execFileSync("soffice", [profile, "--headless", ...more, "--convert-to", to, "--outdir", folder, file], {
    stdio: "ignore",
  });
}

async function readTheirs(folder: string): Promise<Check> {
  const file = path.join(folder, "theirs.csv");
  writeFileSync(
    file,
    `${orderColumns.join(";")}\n${orderColumns.map((column) => sample[column]).join(";")}\n`,
  );
  // LibreOffice's column types: 2 is text, 4 a date, 1 automatic. Text columns keep leading zeros.
  const kinds = orderColumns.map((column, at) => {
    const kind = column === "FECHA" || column === "VENCE" ? 4 : column === "VALOR" ? 1 : 2;
    return `${at + 1}/${kind}`;
  });
  convert(folder, file, "xlsx", `--infilter=CSV:59,34,76,1,${kinds.join("/")}`);
  const { source, close } = await copyFile(path.join(folder, "theirs.xlsx"));
  const { format } = await inspectSource(source);
  const shape = { wanted: orderColumns, days: orderDays };
  const read: Record<string, string>[] = [];
  for await (const batch of readTable(source, format, shape, 100))
    for (const { cells } of batch) read.push(cells ?? {});
  await close();
  const [row] = read;
  // A date in a workbook is a number: the reader returns it as ISO, whatever the format of the cell.
  const cells = { ...sample, FECHA: "2026-11-01", VENCE: "2026-12-15" };
  const wrong = orderColumns.filter((column) => row?.[column] !== cells[column]);
  return {
    what: "un libro de LibreOffice entra por el importador",
    found: wrong.length === 0 ? "igual" : wrong.map((column) => `${column}=${row?.[column]}`).join(", "),
    good: read.length === 1 && wrong.length === 0,
  };
}

async function openOurs(folder: string): Promise<Check> {
  const known: Readonly<Record<string, Cell>> = {
    ...sample,
    FECHA: { day: "2026-11-01" },
    VENCE: { day: "2026-12-15" },
    VALOR: 480_000,
  };
  const rows = (async function* () {
    yield exportColumns.map(({ header }) => known[header] ?? null);
  })();
  const file = path.join(folder, "ours.xlsx");
  await pipeline(Readable.from(writeTable("xlsx", exportColumns, rows)), createWriteStream(file));
  convert(folder, file, "csv:Text - txt - csv (StarCalc):59,34,76");
  const text = readFileSync(path.join(folder, "ours.csv"), "utf8");
  const wanted = [/\b0004521\b/, /María Ñúñez/, /=Calzado/, /480\D?000/];
  const absent = wanted.filter((each) => !each.test(text));
  return {
    what: "un libro nuestro abre en LibreOffice",
    found: absent.length === 0 ? "igual" : `falta ${absent.join(", ")}`,
    good: absent.length === 0,
  };
}
