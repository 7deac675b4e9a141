import { type Cell, type Column, tableResponse, writeTable } from "@/lib/table/write";

/** Empty rows that have the formats of their columns; a spreadsheet gives them to no row that is not written. */
const ROWS_TO_FILL = 1_000;

/**
 * Answers with a workbook to be filled: its columns, one line as an example, and empty rows in which numbers stay texts:
 * they keep their zeros, and the points of an amount are no decimals.
 */
export function templateResponse(name: string, fields: readonly (Column & { cell: Cell })[]): Response {
  const rows = async function* () {
    yield fields.map(({ cell }) => cell);
    for (let row = 0; row < ROWS_TO_FILL; row++) yield fields.map(() => null);
  };
  return tableResponse("xlsx", name, writeTable("xlsx", fields, rows()));
}
