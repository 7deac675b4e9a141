export type TableRow = {
  /** Line of the file, the header is the first. */
  line: number;
  /** Values by column; null when the row has not one cell for each column or a quote stays open. */
  cells: Record<string, string> | null;
  found: number;
  expected: number;
  /** The columns of the file, as its header has them. */
  columns: readonly string[];
  /** What the row has, when that is not one cell for each column. */
  values?: string[];
  /** Columns of days in which a workbook has a day and no text. */
  dayCells?: readonly string[];
  /** It is saved in another alphabet of bytes than the rest of the file, so nobody knows its letters. */
  foreign?: true;
};

/** How a table has its cells: its columns, and how many of them a row must reach. */
export type RowShape = { columns: readonly string[]; least: number };

/**
 * The shape of the rows under a header. Spreadsheets leave out the separators of empty cells at the end of a row, so
 * one is whole as soon as it has the last column that the table must have.
 */
export function rowShape(columns: readonly string[], needed: readonly string[]): RowShape {
  return { columns, least: Math.max(...needed.map((name) => columns.indexOf(name))) + 1 };
}

/** A row by its columns. Cells behind the last column must be empty. */
export function rowOf(line: number, values: string[], { columns, least }: RowShape): TableRow {
  const expected = columns.length;
  while (values.length > expected && values.at(-1)?.trim() === "") values.pop();
  const found = values.length;
  if (found < least || found > expected) return { line, cells: null, found, expected, columns, values };
  const cells = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? ""]));
  return { line, cells, found: expected, expected, columns };
}

export function isBlank(values: readonly string[]): boolean {
  return values.every((text) => text.trim() === "");
}
