import { writeXlsxStream } from "hucre/xlsx";
import { orderColumns } from "@/model/order-field";
import { orderCells, orderFile } from "@/tests/support/factories/order";

const names = ["Ana", "Luis", "María", "Pedro", "Íngrid", "José"];

function lines(count: number, prefix: string) {
  return Array.from({ length: count }, (_, at) =>
    orderCells(at, {
      NRODCTO: `${prefix}${String(at).padStart(7, "0")}`,
      NIT: String(1_000_000_000 + at),
      NOMBRE: `${names[at % 6]} ${names[(at >> 3) % 6]} Pérez ${at}`,
      VALOR: String(100_000 + (at % 1_000)),
    }),
  );
}

/** A CSV file of this many new orders. */
export function csvOf(count: number, prefix: string): Buffer {
  return Buffer.from(orderFile(lines(count, prefix)));
}

/** The same orders as a workbook with a shared-strings part, as Excel writes it. */
export async function workbookOf(count: number, prefix: string): Promise<Buffer> {
  const rows = function* () {
    yield [...orderColumns];
    for (const cells of lines(count, prefix)) yield orderColumns.map((column) => cells[column] ?? "");
  };
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsxStream(rows(), { name: "Órdenes", inlineStrings: false }))
    parts.push(part);
  return Buffer.concat(parts);
}
