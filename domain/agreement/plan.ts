import { type Digest, type FileRow, readEachOnce, type Seen } from "@/domain/import/batch";
import type { DayDoubt } from "@/domain/import/cells";
import { type AgreementColumn, type AgreementData, readAgreementRow } from "./row";

export type AgreementLine = { line: number; data: AgreementData };

/** Reads the convenios of a batch of rows, each once. */
export function readAgreementBatch(
  rows: readonly FileRow[],
  seen: Seen,
  digest: Digest,
  dayDoubt?: DayDoubt,
) {
  const reader = {
    read: (line: number, cells: Record<string, string>) => readAgreementRow(line, cells, dayDoubt),
    keyOf: (data: AgreementData) => data.number,
    textOf: (data: AgreementData) => JSON.stringify(fieldNames.map((field) => data[field])),
    column: "CONVENIO",
  };
  return readEachOnce<AgreementData>(rows, reader, seen, digest);
}

const comparedFields = {
  nit: "NIT",
  checkDigit: "DV",
  legalName: "RAZON_SOCIAL",
  email: "CORREO",
  phone: "TELEFONO",
  municipality: "MUNICIPIO",
  startsOn: "DESDE",
  endsOn: "HASTA",
} as const satisfies Partial<Record<keyof AgreementData, AgreementColumn>>;

const fieldNames = Object.keys(comparedFields) as (keyof typeof comparedFields)[];

/** Columns in which the file differs from what is known; the core is the source, so the file wins. */
export function changedColumns(data: AgreementData, known: AgreementData): AgreementColumn[] {
  return fieldNames.filter((field) => data[field] !== known[field]).map((field) => comparedFields[field]);
}
