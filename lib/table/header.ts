import { TableFault } from "./fault";

/** "Razón social" and RAZON_SOCIAL are the same column. */
export function columnName(header: string): string {
  const plain = header.normalize("NFD").replace(/\p{M}/gu, "");
  return plain
    .trim()
    .toUpperCase()
    .replace(/[\s.-]+/g, "_");
}

/** The columns that the first row names; empty ones behind are left out. */
export function columnsOf(cells: readonly string[]): string[] {
  const columns = cells.map(columnName);
  while (columns.length > 0 && columns.at(-1) === "") columns.pop();
  return columns;
}

export function missingColumns(columns: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((name) => !columns.includes(name));
}

/** @throws TableFault when a wanted column is missing or stands twice */
export function requireColumns(columns: readonly string[], wanted: readonly string[]): void {
  const missing = missingColumns(columns, wanted);
  if (missing.length > 0) throw new TableFault("columns", missing);
  const twice = wanted.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  if (twice.length > 0) throw new TableFault("columns", twice);
}
