import { requireGrant } from "@/app/_server/auth/session";
import { orderColumns, orderDays } from "@/domain/import/row";
import { tableResponse, writeTable } from "@/lib/table/write";

const example = {
  TIPODCTO: "AS",
  NRODCTO: "0004521",
  TIPO_ID: "CC",
  NIT: "1042555318",
  NOMBRE: "María Pérez",
  FECHA: "2026-11-01",
  VENCE: "2026-12-15",
  VALOR: "480000",
  CONCEPTO: "Calzado",
  NIT_PROVEEDOR: "",
  SEDE: "Prado",
  ESTADO: "VIGENTE",
} satisfies Record<(typeof orderColumns)[number], string>;

/** The columns and one line as an example: a workbook, where numbers are texts and keep their zeros. */
export async function GET(): Promise<Response> {
  await requireGrant("order.import");
  const isDay = (column: string) => orderDays.some((day) => day === column);
  const columns = orderColumns.map((header) => ({ header, kind: isDay(header) ? "day" : "text" }) as const);
  const row = orderColumns.map((column) => (isDay(column) ? { day: example[column] } : example[column]));
  const rows = async function* () {
    yield row;
  };
  return tableResponse("xlsx", "plantilla-ordenes", writeTable("xlsx", columns, rows()));
}
