import { writeXlsxStream } from "hucre/xlsx";
import { escapeFormula } from "./formula";

export const tableFormats = ["csv", "xlsx"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Text, a whole number, a calendar day ("2026-11-24") or nothing. */
export type Cell = string | number | { day: string } | null;
/** `typed`: a text, and in the empty cells of a workbook what a person types stays as it is typed. */
export type Column = { header: string; kind?: "text" | "typed" | "number" | "day"; width?: number };

const types: Record<TableFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const CHUNK = 64 * 1024;

/**
 * Writes a table while its rows arrive, so that memory does not grow with them. No cell can run as a formula: in
 * a CSV text is escaped (`escapeFormula`), in a workbook every text is a text cell. Line ends and other control
 * signs in a text become blanks: a row is one line. When the reader goes away, `rows` is told to end.
 */
export function writeTable(
  format: TableFormat,
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  return format === "csv" ? csvStream(columns, rows) : xlsxStream(columns, rows);
}

/** Answers a request with a table to be kept. `name` has no ending and no personal data. */
export function tableResponse(format: TableFormat, name: string, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

// U+FFFE and U+FFFF are no text for XML.
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, " ");

/** UTF-8 with its mark and semicolons: what Excel in Spanish opens without a question. */
function csvStream(
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = rows[Symbol.asyncIterator]();
  let text = `\ufeff${csvLine(columns.map(({ header }) => header))}`;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let done = false;
        while (!done && text.length < CHUNK) {
          const next = await source.next();
          done = next.done ?? false;
          if (!next.done) text += csvLine(next.value);
        }
        if (text) controller.enqueue(encoder.encode(text));
        text = "";
        if (done) controller.close();
      },
      async cancel() {
        await source.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(";")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return cell.day.split("-").reverse().join("/");
  const text = escapeFormula(oneLine(cell));
  return /[";,']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const formats = { number: "#,##0", day: "dd/mm/yyyy", typed: "@" } as const;

function xlsxStream(
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(xlsxRows(rows), {
    name: "Hoja1",
    freezePane: { rows: 1 },
    columns: columns.map(({ header, kind = "text", width = 16 }) => ({
      header,
      width,
      ...(kind === "text" ? {} : { numFmt: formats[kind] }),
    })),
  });
}

async function* xlsxRows(rows: AsyncIterable<readonly Cell[]>) {
  for await (const cells of rows) yield cells.map(xlsxCell);
}

function xlsxCell(cell: Cell): string | number | Date | null {
  if (typeof cell === "string") return oneLine(cell);
  return cell !== null && typeof cell === "object" ? new Date(`${cell.day}T00:00:00Z`) : cell;
}
