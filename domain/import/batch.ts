import { inNormalForm } from "@/lib/format/normal-form";
import type { Fault } from "./cells";

/** A row of the file; `cells` is null when it has not one cell for each column. */
export type FileRow = {
  line: number;
  cells: Record<string, string> | null;
  found: number;
  expected: number;
  /** Columns in which a workbook has a day and no text. */
  dayCells?: readonly string[];
  /** Whether the line has another encoding than the rest of its file. */
  foreign?: true;
};

/** First line of each record that the file has had so far, and the digest of what it said. */
export type Seen = Map<string, { line: number; data: string }>;

/** Shortens a record to compare it with others: whole records of a large file would fill the memory. */
export type Digest = (data: string) => string;

/** What the template's example has in the columns that name a record. */
export type Example = Readonly<Record<string, string>>;

/** How one kind of record is read from a row, and what makes two of them the same one. */
type Reader<Data> = {
  read(
    line: number,
    cells: Record<string, string>,
    dayCells?: readonly string[],
  ): { data: Data } | { faults: Fault[] };
  keyOf(data: Data): string;
  /** The text in which two lines about one record must agree. */
  textOf(data: Data): string;
  /** The column that names the record, where a contradiction is shown. */
  column: string;
  example: Example;
};

/** A cell as a spreadsheet may have changed it without anybody's will: without its zeros, in another letter case. */
const asKept = (cell: string) =>
  inNormalForm(
    cell
      .trim()
      .replace(/^0+(?=\d)/, "")
      .toLowerCase(),
  );

/** Whether a line is still the template's example, whatever was changed beside the cells that name its record. */
export function isExample(cells: Readonly<Record<string, string>>, example: Example): boolean {
  return Object.entries(example).every(([column, text]) => asKept(cells[column] ?? "") === asKept(text));
}

/**
 * Reads a batch of rows: each record once, the number of repeated lines, all errors. Of two lines with
 * different data for one record the later one is rejected with an error, so that none replaces another
 * silently.
 */
export function readEachOnce<Data>(
  rows: readonly FileRow[],
  { read, keyOf, textOf, column, example }: Reader<Data>,
  seen: Seen,
  digest: Digest,
) {
  const lines: { line: number; data: Data }[] = [];
  const faults: Fault[] = [];
  let repeated = 0;
  for (const row of rows) {
    const { line, cells, dayCells } = row;
    const record = !cells
      ? { faults: [wholeLine(row)] }
      : isExample(cells, example)
        ? { faults: [{ line, column: "", cell: "", code: "example_row" as const }] }
        : read(line, cells, dayCells);
    if ("faults" in record) {
      faults.push(...record.faults);
      continue;
    }
    const key = keyOf(record.data);
    const data = digest(textOf(record.data));
    const first = seen.get(key);
    if (first && first.data !== data) {
      const cell = cells?.[column] ?? "";
      faults.push({ line, column, cell, code: "other_data", fact: String(first.line) });
    } else if (first) {
      repeated += 1;
    } else {
      seen.set(key, { line, data });
      lines.push({ line, data: record.data });
    }
  }
  return { lines, faults, repeated };
}

/** The fault of a line that cannot be split into cells. */
function wholeLine({ line, found, expected, foreign }: FileRow): Fault {
  if (foreign) return { line, column: "", cell: "", code: "mixed_letters" };
  return { line, column: "", cell: "", code: "cells", fact: `${found}/${expected}` };
}
