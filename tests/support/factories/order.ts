import { addDays, bogotaDay } from "@/model/calendar";
import { coreUse, orderColumns } from "@/model/order-field";

type Cells = Partial<Record<(typeof orderColumns)[number] | typeof coreUse.header, string>>;

/** A day as files write it, counted from today. */
export const inDays = (days: number) => addDays(bogotaDay(new Date()), days).split("-").reverse().join("/");

/** Cells of a valid line of an order file; `serial` determines its number and ID. */
export function orderCells(serial: number, cells: Cells = {}): Record<string, string> {
  return {
    TIPODCTO: "AS",
    NRODCTO: String(serial).padStart(7, "0"),
    TIPO_ID: "CC",
    NIT: String(1_043_000_000 + serial),
    NOMBRE: "Ana Ñúñez",
    FECHA: "01/11/2026",
    VENCE: "15/12/2026",
    VALOR: "135000",
    CONCEPTO: "Calzado",
    NIT_PROVEEDOR: "",
    SEDE: "CAC Prado",
    ESTADO: "VIGENTE",
    ...cells,
  };
}

/** A file of orders as the core writes it, with the days of its uses where a row has one. */
export function orderFile(rows: readonly Record<string, string>[]): string {
  const dated = rows.some((cells) => coreUse.header in cells);
  const columns = [...orderColumns, ...(dated ? [coreUse.header] : [])];
  const lines = rows.map((cells) => columns.map((column) => cells[column] ?? "").join(";"));
  return `${[columns.join(";"), ...lines].join("\r\n")}\r\n`;
}
