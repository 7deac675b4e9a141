import { type Cell, isEmptyCell, MERGED } from "./cell";
import { TableFault } from "./fault";
import { type Columns, columnsOf, HeaderSearch } from "./header";
import type { TableNotes } from "./notes";
import { isBlank, rowOf, rowShape, type TableRow } from "./row";
import { coveredCells, readSheet, type SheetRow } from "./sheet";
import { readWhole, type Source } from "./source";
import { readParts, type Sheet, type WorkbookParts } from "./workbook-parts";
import { type Archive, openArchive } from "./zip";

const LARGEST_FILE = 40_000_000;
/** A number cell holds 15 digits; what is longer was rounded before it came here. */
const EXACT = 1e15;
/** The most sheets that are searched for a header. */
const MOST_SHEETS = 50;
const LINES_NAMED = 5;
const SHEETS_NAMED = 5;

type Book = { archive: Archive; parts: WorkbookParts };
/** A sheet whose columns are known, and the line that names them. */
type Found = { sheet: Sheet; columns: string[]; header: number; above: number };

/**
 * Rows of a workbook: of the first sheet that a person sees and that has the columns. Cells become text: number
 * cells lose the zeros before them and are told with a comma for their decimals; day cells are told as ISO, and numbers
 * shown in powers of ten as such where they are no amount.
 */
export async function* readWorkbook(
  source: Source,
  wanted: Columns,
  { days, amounts }: Record<"days" | "amounts", readonly string[]>,
  notes: TableNotes,
): AsyncGenerator<TableRow> {
  const archive = await openArchive(await readWhole(source, LARGEST_FILE));
  const book = { archive, parts: await readParts(archive) };
  const { sheet, columns, header } = await findSheet(book, wanted, notes);
  const covered = await coveredCells(archive, sheet.part);
  const kinds = new DayKinds(columns, days);
  const holds = columns.map(
    (name): Holds => (days.includes(name) ? "day" : amounts.includes(name) ? "amount" : undefined),
  );
  const shape = rowShape(columns, wanted.wanted);
  for await (const row of readSheet(archive, sheet.part, book.parts)) {
    if (row.line <= header) continue;
    const under = covered.get(row.line);
    for (const at of under ?? []) if (at < columns.length) row.cells[at] = { kind: "odd", text: MERGED };
    if (row.cells.every(isEmptyCell)) continue;
    const dayCells = kinds.see(row.cells);
    if (row.hidden) {
      notes.hiddenRows += 1;
      if (notes.hiddenLines.length < LINES_NAMED) notes.hiddenLines.push(row.line);
    }
    const values = valuesOf(row, (at) => holds[at]);
    // Empty cells at the end of a row are not stored.
    while (values.length < columns.length) values.push("");
    const read = rowOf(row.line, values, shape);
    yield dayCells.length > 0 ? { ...read, dayCells } : read;
  }
  notes.mixedDays = kinds.mixed();
}

/** The sheet to be read. @throws TableFault when no sheet that is seen has the columns */
async function findSheet({ archive, parts }: Book, wanted: Columns, notes: TableNotes): Promise<Found> {
  const shown = parts.sheets.filter(({ hidden }) => !hidden);
  notes.hiddenSheets = parts.sheets.length - shown.length;
  let found: Found | undefined;
  let fault: TableFault | undefined;
  for (const sheet of shown.slice(0, MOST_SHEETS)) {
    const one = await headerOf({ archive, parts }, sheet, wanted);
    if (one instanceof TableFault) fault = fault && !isMoreSpecific(one, fault) ? fault : one;
    else if (found) notes.alike.push(one.sheet.name);
    else found = one;
  }
  if (!found) {
    // A sheet that is seen and lacks a column is the one that was meant, whatever lies hidden behind it.
    const hidden = fault?.code === "columns" ? [] : await hiddenWithColumns({ archive, parts }, wanted);
    if (hidden.length > 0) throw new TableFault("hidden_sheet", hidden);
    throw fault ?? new TableFault("no_sheet");
  }
  Object.assign(notes, { sheet: found.sheet.name, above: found.above });
  return found;
}

/** Of two sheets without the columns, the one that has most of them is told, and an empty one last. */
function isMoreSpecific(one: TableFault, other: TableFault): boolean {
  return other.code === "empty" || (one.code === "columns" && other.code !== "columns");
}

/** Names of the hidden sheets that have the columns, for a person to find them. */
async function hiddenWithColumns({ archive, parts }: Book, wanted: Columns): Promise<string[]> {
  const names: string[] = [];
  for (const sheet of parts.sheets.filter(({ hidden }) => hidden).slice(0, MOST_SHEETS))
    if (!((await headerOf({ archive, parts }, sheet, wanted)) instanceof TableFault))
      names.push(`“${sheet.name}”`);
  return names.slice(0, SHEETS_NAMED);
}

async function headerOf(
  { archive, parts }: Book,
  sheet: Sheet,
  wanted: Columns,
): Promise<Found | TableFault> {
  const search = new HeaderSearch(wanted);
  try {
    for await (const row of readSheet(archive, sheet.part, parts)) {
      const values = valuesOf(row, () => "day");
      if (isBlank(values)) continue;
      const columns = columnsOf(values);
      if (search.take(columns, values.join(" ")))
        return { sheet, columns, header: row.line, above: search.above };
    }
  } catch (error) {
    if (error instanceof TableFault) return error;
    throw error;
  }
  return search.fault();
}

/** What a column holds by its shape: days, amounts, or what is told as it is shown. */
type Holds = "day" | "amount" | undefined;

function valuesOf({ cells }: SheetRow, holds: (at: number) => Holds): string[] {
  return Array.from(cells, (cell, at) => cellText(cell, holds(at)));
}

/**
 * What does not belong in its cell is marked so that every rule refuses it: Excel makes days of numbers such
 * as 1-2-26, and rounds long ones. Of 8E6 it makes a number too, which is told as it is shown, for the rules to refuse.
 */
function cellText(cell: Cell | undefined, holds: Holds): string {
  if (!cell) return "";
  if (cell.kind === "text") return cell.text;
  if (cell.kind === "day" && holds === "day") return cell.text;
  if (cell.kind === "power" && holds !== "amount")
    return cell.number.toExponential().toUpperCase().replace(".", ",");
  if ((cell.kind === "number" || cell.kind === "power") && Math.abs(cell.number) < EXACT)
    return String(Number(cell.number.toPrecision(15))).replace(".", ",");
  return `¿${"number" in cell ? cell.number : cell.text}?`;
}

/**
 * Which columns of days hold days and texts, in one column or one beside the other, as a spreadsheet of another country
 * leaves them: it makes days of those that it can read its own way, and a column can be all of one kind.
 */
class DayKinds {
  private readonly seen: { name: string; at: number; days: boolean; texts: boolean }[];

  constructor(columns: readonly string[], days: readonly string[]) {
    this.seen = days.map((name) => ({ name, at: columns.indexOf(name), days: false, texts: false }));
  }

  /** Takes a row; answers the columns in which it has a day. */
  see(cells: readonly (Cell | undefined)[]): string[] {
    const days: string[] = [];
    for (const column of this.seen) {
      const cell = cells[column.at];
      if (cell?.kind === "day") {
        column.days = true;
        days.push(column.name);
      }
      if (cell?.kind === "text" && cell.text.trim() !== "") column.texts = true;
    }
    return days;
  }

  mixed(): string[] {
    const isMixed = this.seen.some(({ days }) => days) && this.seen.some(({ texts }) => texts);
    return isMixed ? this.seen.filter(({ days, texts }) => days || texts).map(({ name }) => name) : [];
  }
}
