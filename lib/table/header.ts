import { inNormalForm } from "@/lib/format/normal-form";
import { TableFault } from "./fault";

/** So many filled lines may stand above the header: titles, dates, `sep=`. */
const MOST_ABOVE = 30;

/** "Razón social" and RAZON_SOCIAL are the same column; signs that do not show are no part of a name. */
export function columnName(header: string): string {
  const plain = inNormalForm(header, "NFD").replace(/[\p{M}\p{Cf}]/gu, "");
  return plain
    .trim()
    .toUpperCase()
    .replace(/[\s._-]+/g, "_");
}

/** The columns that a row names; empty ones behind are left out. */
export function columnsOf(cells: readonly string[]): string[] {
  const columns = cells.map(columnName);
  while (columns.length > 0 && columns.at(-1) === "") columns.pop();
  return columns;
}

export function missingColumns(columns: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((name) => !columns.includes(name));
}

/** The columns that a table must have, and those that it may have. */
export type Columns = { wanted: readonly string[]; optional: readonly string[] };

/**
 * Looks for the header in the first rows of a table. Titles may stand above it; a row with most of the columns is
 * the header too, and told what it lacks.
 */
export class HeaderSearch {
  /** Filled rows that were no header. */
  above = 0;
  private firstLine: string | null = null;
  /** A line had the names and they could not be told apart. */
  private unseparated = false;

  private readonly wanted: readonly string[];

  constructor(private readonly columns: Columns) {
    this.wanted = columns.wanted;
  }

  /** Whether these are the columns. @throws TableFault when some are missing or twice, or no row is a header */
  take(columns: readonly string[], line: string): boolean {
    const missing = missingColumns(columns, this.wanted);
    if (missing.length * 2 <= this.wanted.length) {
      if (missing.length > 0) throw new TableFault("columns", missing);
      const known = [...this.wanted, ...this.columns.optional];
      const twice = known.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
      if (twice.length > 0) throw new TableFault("columns", twice);
      return true;
    }
    this.firstLine ??= line;
    this.unseparated ||= this.wanted.every((name) => line.toUpperCase().includes(name));
    this.above += 1;
    if (this.above >= MOST_ABOVE) throw this.fault();
    return false;
  }

  /** Why there was no header until the end. */
  fault(): TableFault {
    if (this.firstLine === null) return new TableFault("empty");
    if (this.unseparated) return new TableFault("separator");
    return new TableFault("no_header", [title(this.firstLine)]);
  }
}

/** What a title says; a line with a number can be somebody's data, which no fault repeats. */
function title(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return /\d{4}/.test(plain) ? "" : plain.slice(0, 60);
}
