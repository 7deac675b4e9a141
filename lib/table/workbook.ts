import { TableFault } from "./fault";
import { columnsOf, requireColumns } from "./header";
import { rowOf, type TableRow } from "./row";
import { type Cell, readSheet } from "./sheet";
import { readWhole, type Source } from "./source";
import { readParts } from "./workbook-parts";
import { openArchive } from "./zip";

const LARGEST_FILE = 40_000_000;
/** A number cell holds 15 digits; what is longer was rounded before it came here. */
const EXACT = 1e15;

/**
 * Rows of a workbook's first sheet, cells as text. Number cells lose the zeros before them and are told with
 * a comma for their decimals; day cells are told as ISO.
 */
export async function* readWorkbook(
  source: Source,
  wanted: readonly string[],
  days: readonly string[],
): AsyncGenerator<TableRow> {
  const archive = openArchive(await readWhole(source, LARGEST_FILE));
  let columns: string[] | undefined;
  for await (const { line, cells } of readSheet(archive, await readParts(archive))) {
    const names = columns ?? [];
    const values = Array.from(cells, (cell, at) => cellText(cell, days.includes(names[at] ?? "")));
    if (values.every((text) => text.trim() === "")) continue;
    if (!columns) {
      columns = columnsOf(values);
      requireColumns(columns, wanted);
      continue;
    }
    // Empty cells at the end of a row are not stored.
    while (values.length < columns.length) values.push("");
    yield rowOf(line, values, columns);
  }
  if (!columns) throw new TableFault("empty");
}

/**
 * What does not belong in its cell is marked so that every rule refuses it: Excel makes days of numbers such
 * as 1-2-26, and rounds long ones.
 */
function cellText(cell: Cell | undefined, isDay: boolean): string {
  if (!cell) return "";
  if (cell.kind === "text") return cell.text;
  if (cell.kind === "day" && isDay) return cell.text;
  if (cell.kind === "number" && Math.abs(cell.number) < EXACT)
    return String(Number(cell.number.toPrecision(15))).replace(".", ",");
  return `¿${cell.kind === "number" ? cell.number : cell.text}?`;
}
