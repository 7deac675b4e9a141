import { readCsv } from "./csv";
import { TableFault } from "./fault";
import type { Inspected } from "./inspect";
import { newNotes, type TableNotes } from "./notes";
import type { TableRow } from "./row";
import type { Source } from "./source";
import { readWorkbook } from "./workbook";

export type TableShape = {
  /** The columns that the file must have. */
  wanted: readonly string[];
  /** Columns that it may have. */
  optional?: readonly string[];
  /** Those among both that hold days: in a workbook a day in any other cell is a mistake. */
  days: readonly string[];
  /** Those that hold amounts: how a workbook shows a number tells nothing of it there. */
  amounts?: readonly string[];
  /** Columns beside those of days in which a cell without its end is refused. */
  firm?: readonly string[];
  /** A file with more rows is refused. */
  mostLines?: number;
};

/** Cells and characters of a batch: a row has some hundreds, and one that was made to fill memory has a million. */
const LARGEST_BATCH = 1_000_000;

/**
 * Rows of a CSV file or of the first sheet with its columns that a workbook shows, a batch at a time: as many as asked
 * for, or fewer that are long.
 * @param notes what was assumed is written down here; whole when the last batch was taken
 * @throws TableFault when the file is no table of this shape
 */
export async function* readTable(
  source: Source,
  format: Inspected["format"],
  { wanted, optional = [], days, amounts = [], firm = [], mostLines = Number.POSITIVE_INFINITY }: TableShape,
  batchSize: number,
  notes: TableNotes = newNotes(),
): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = [];
  let lines = 0;
  let size = 0;
  const columns = { wanted, optional };
  const rows =
    format === "xlsx"
      ? readWorkbook(source, columns, { days, amounts }, notes)
      : readCsv(source, format, columns, notes);
  /** The file's last column, where it may be empty and is in the last row: a line cut before it would pass as whole. */
  let unfilled: string | undefined;
  for await (const row of rows) {
    lines += 1;
    unfilled = optional.find((column) => column === row.columns.at(-1) && row.cells?.[column]?.trim() === "");
    if (lines > mostLines) throw new TableFault("too_many_lines", [String(mostLines)]);
    batch.push(row);
    size += sizeOf(row);
    if (batch.length < batchSize && size < LARGEST_BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (notes.unended) {
    const { line, column } = notes.unended;
    const tells = [...wanted, ...optional].includes(column) && ![...days, ...firm].includes(column);
    const lost = tells ? column : unfilled;
    if (lost) notes.unended = { line, column: lost };
    else delete notes.unended;
  }
  if (batch.length > 0) yield batch;
}

function sizeOf({ cells, values = [] }: TableRow): number {
  const texts = cells ? Object.values(cells) : values;
  return texts.reduce((sum, text) => sum + text.length + 1, 0);
}
