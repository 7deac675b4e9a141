export type TableRow = {
  /** Line of the file, the header is the first. */
  line: number;
  /** Values by column; null when the row has not one cell for each column or a quote stays open. */
  cells: Record<string, string> | null;
  found: number;
  expected: number;
  /** What the row has, when that is not one cell for each column. */
  values?: string[];
  /** It is saved in another alphabet of bytes than the rest of the file, so nobody knows its letters. */
  foreign?: true;
};

/** A row by its columns. Cells behind the last column must be empty. */
export function rowOf(line: number, values: string[], columns: readonly string[]): TableRow {
  const expected = columns.length;
  while (values.length > expected && values.at(-1)?.trim() === "") values.pop();
  if (values.length !== expected) return { line, cells: null, found: values.length, expected, values };
  const cells = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? ""]));
  return { line, cells, found: expected, expected };
}

export function isBlank(values: readonly string[]): boolean {
  return values.every((text) => text.trim() === "");
}
