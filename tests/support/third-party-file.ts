import { DayReading } from "@/domain/import/day-order";
import { readableFact } from "@/domain/import/fact";
import { readBatch } from "@/domain/import/plan";
import { TableFault } from "@/lib/table/fault";
import { inspectSource } from "@/lib/table/inspect";
import { newNotes } from "@/lib/table/notes";
import { readTable } from "@/lib/table/table";
import { esCO } from "@/messages/es-CO";
import { noteLines } from "@/messages/import-notes";
import { orderColumns, orderFile } from "@/model/order-field";

const rules = {
  kinds: new Map([["AS", 20_000_000]]),
  agreements: new Map([["820246633", "2027-12-31"]]),
  today: "2026-11-24",
};

/** What a person sees of an order file of another program: orders, refusals in words and notes. */
export async function readForeign(bytes: Buffer) {
  const source = async function* () {
    yield bytes;
  };
  const notes = newNotes();
  const seen = { orders: [] as object[], refused: [] as string[], notes: [] as string[] };
  try {
    const { format } = await inspectSource(source);
    const shape = orderFile;
    const days = await DayReading.begin({ source, format, shape }, null, true);
    const { doubt } = days;
    const known = new Map();
    for await (const rows of readTable(source, format, shape, 100, notes)) {
      const { lines, faults } = readBatch(rows, { ...rules, dayDoubt: doubt }, known, (text) => text);
      seen.orders.push(...lines.map(({ data }) => data));
      for (const { line, column, code, fact = "" } of faults)
        seen.refused.push(
          `${line} ${column} ${code}: ${esCO.imports.faults[code](readableFact(code, fact))}`,
        );
    }
    notes.unsureDay = days.end().unsure;
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    return {
      ...seen,
      refused: [`${error.code}: ${esCO.imports.tableFaults[error.code](error.names.join(", "))}`],
    };
  }
  const { assumed, warnings } = noteLines(notes, esCO.imports.notes);
  return { ...seen, notes: [...assumed, ...warnings] };
}

/** A valid line in the format of the core; `cells` replaces some of them. */
export function foreignRow(cells: Partial<Record<(typeof orderColumns)[number], string>> = {}): string[] {
  const good: Record<string, string> = {
    TIPODCTO: "AS",
    NRODCTO: "0810001",
    TIPO_ID: "CC",
    NIT: "1043000001",
    NOMBRE: "María Ñáñez",
    FECHA: "01/11/2026",
    VENCE: "15/12/2026",
    VALOR: "135000",
    CONCEPTO: "Calzado",
    NIT_PROVEEDOR: "820246633",
    SEDE: "CAC Prado",
    ESTADO: "VIGENTE",
    ...cells,
  };
  return orderColumns.map((column) => good[column] ?? "");
}

export function foreignText(rows: readonly (readonly string[])[], delimiter = ";", end = "\r\n"): string {
  return rows.map((row) => row.join(delimiter) + end).join("");
}
