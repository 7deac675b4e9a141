import { agreementColumns } from "@/domain/agreement/row";
import { nitCheckDigit } from "@/model/identity/nit";

type Cells = Partial<Record<(typeof agreementColumns)[number], string>>;

/** Cells of a valid line of a convenio file. */
export function agreementCells(nit: string, cells: Cells = {}): Record<string, string> {
  return {
    CONVENIO: `CV-${nit}`,
    NIT: nit,
    DV: String(nitCheckDigit(nit)),
    RAZON_SOCIAL: "Ferretería El Tornillo S.A.S.",
    CORREO: "compras@ejemplo.com.co",
    TELEFONO: "6053325127",
    MUNICIPIO: "08001",
    DESDE: "01/01/2025",
    HASTA: "31/12/2027",
    ...cells,
  };
}

/** A file of convenios as the core writes it. */
export function agreementFile(rows: readonly Record<string, string>[]): string {
  const lines = rows.map((cells) => agreementColumns.map((column) => cells[column] ?? "").join(";"));
  return `\ufeff${[agreementColumns.join(";"), ...lines].join("\r\n")}\r\n`;
}
