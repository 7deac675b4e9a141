import { type Digest, type FileRow, readEachOnce, type Seen } from "@/domain/import/batch";
import type { DayDoubt } from "@/domain/import/cells";
import type { Warning } from "@/model/import";
import { type AgreementColumn, type AgreementData, agreementShape, readAgreementRow } from "./row";

export type AgreementLine = { line: number; data: AgreementData };
/** A convenio whose e-mail is known, or none. */
export type KnownAgreement = AgreementData & { email: string | null };

/** Reads the convenios of a batch of rows, each once. */
export function readAgreementBatch(
  rows: readonly FileRow[],
  seen: Seen,
  digest: Digest,
  dayDoubt?: DayDoubt,
) {
  const reader = {
    read: (line: number, cells: Record<string, string>, dayCells?: readonly string[]) =>
      readAgreementRow(line, cells, dayDoubt, dayCells),
    keyOf: (data: AgreementData) => data.number,
    // What could not be read is neither an address nor an empty cell.
    textOf: (data: AgreementData) =>
      JSON.stringify(fieldNames.map((field) => data[field] ?? String(data[field]))),
    column: "CONVENIO",
    example: agreementShape.example,
  };
  return readEachOnce<AgreementData>(rows, reader, seen, digest);
}

/** What is told of lines that go in all the same: the e-mail that could not be read. The text itself is personal. */
export function agreementWarnings(lines: readonly AgreementLine[]): Warning[] {
  return lines.flatMap(({ line, data }) =>
    data.email === undefined ? [{ line, code: "email_unread" as const, fact: "" }] : [],
  );
}

/** The convenio as it is to be: where the file's e-mail could not be read it keeps the one that it has. */
export function withEmail(data: AgreementData, known: { email: string | null } | undefined): KnownAgreement {
  return { ...data, email: data.email === undefined ? (known?.email ?? null) : data.email };
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
