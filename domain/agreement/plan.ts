import type { DayDoubt, Fault } from "@/domain/import/cells";
import { type Digest, type FileRow, type Seen, wholeLine } from "@/domain/import/plan";
import { type AgreementColumn, type AgreementData, readAgreementRow } from "./row";

export type AgreementLine = { line: number; data: AgreementData };

/** Reads a batch of rows: each convenio once, the lines that say the same again, every fault. */
export function readAgreementBatch(
  rows: readonly FileRow[],
  seen: Seen,
  digest: Digest,
  dayDoubt?: DayDoubt,
) {
  const lines: AgreementLine[] = [];
  const faults: Fault[] = [];
  let repeated = 0;
  for (const row of rows) {
    const { line, cells } = row;
    if (!cells) {
      faults.push(wholeLine(row));
      continue;
    }
    const read = readAgreementRow(line, cells, dayDoubt);
    if ("faults" in read) {
      faults.push(...read.faults);
      continue;
    }
    const data = digest(JSON.stringify(fieldNames.map((field) => read.data[field])));
    const first = seen.get(read.data.number);
    if (first && first.data !== data) {
      const value = cells.CONVENIO ?? "";
      faults.push({ line, column: "CONVENIO", cell: value, code: "other_data", fact: String(first.line) });
    } else if (first) {
      repeated += 1;
    } else {
      seen.set(read.data.number, { line, data });
      lines.push({ line, data: read.data });
    }
  }
  return { lines, faults, repeated };
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
