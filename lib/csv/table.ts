import { createReadStream } from "node:fs";
import { type Encoding, TableFault } from "./inspect";
import { splitRow } from "./split-row";

export type TableRow = {
  /** Line of the file, the header is the first. */
  line: number;
  /** Values by column; null when the row has not one cell for each column or a quote stays open. */
  cells: Record<string, string> | null;
  found: number;
  expected: number;
};

type Layout = { columns: string[]; delimiter: string };

/**
 * Rows of a CSV file, a batch at a time. Each line of the file is one row: a quote that stays open spoils its
 * own row and no other. Blank lines are skipped.
 * @throws TableFault when the header lacks a wanted column or names one twice
 */
export async function* readTable(
  path: string,
  encoding: Encoding,
  wanted: readonly string[],
  batchSize: number,
): AsyncGenerator<TableRow[]> {
  let layout: Layout | undefined;
  let batch: TableRow[] = [];
  for await (const { line, text } of readLines(path, encoding)) {
    if (text.trim() === "") continue;
    if (!layout) {
      layout = readHeader(text, wanted);
      continue;
    }
    batch.push(readRow(line, text, layout));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (!layout) throw new TableFault("empty");
  if (batch.length > 0) yield batch;
}

async function* readLines(path: string, encoding: Encoding): AsyncGenerator<{ line: number; text: string }> {
  const decoder = new TextDecoder(encoding); // takes a byte order mark away
  let line = 0;
  let rest = "";
  for await (const chunk of createReadStream(path)) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r\n|\n|\r(?=[^\n])/);
    rest = lines.pop() ?? "";
    for (const text of lines) yield { line: ++line, text };
  }
  rest += decoder.decode();
  if (rest !== "") yield { line: line + 1, text: rest.replace(/\r$/, "") };
}

/** "Razón social" and RAZON_SOCIAL are the same column. */
export function columnName(header: string): string {
  const plain = header.normalize("NFD").replace(/\p{M}/gu, "");
  return plain
    .trim()
    .toUpperCase()
    .replace(/[\s.-]+/g, "_");
}

function readHeader(text: string, wanted: readonly string[]): Layout {
  const layouts = [";", ",", "\t"].map((delimiter) => {
    const columns = (splitRow(text, delimiter) ?? []).map(columnName);
    while (columns.length > 0 && columns.at(-1) === "") columns.pop();
    return { delimiter, columns, missing: wanted.filter((name) => !columns.includes(name)) };
  });
  const [best] = layouts.sort((a, b) => a.missing.length - b.missing.length);
  if (!best || best.missing.length > 0) throw new TableFault("columns", best?.missing ?? wanted);
  const twice = wanted.filter((name) => best.columns.indexOf(name) !== best.columns.lastIndexOf(name));
  if (twice.length > 0) throw new TableFault("columns", twice);
  return best;
}

function readRow(line: number, text: string, { columns, delimiter }: Layout): TableRow {
  const values = splitRow(text, delimiter);
  const expected = columns.length;
  if (!values) return { line, cells: null, found: 0, expected };
  while (values.length > expected && values.at(-1)?.trim() === "") values.pop();
  if (values.length !== expected) return { line, cells: null, found: values.length, expected };
  const cells = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? ""]));
  return { line, cells, found: expected, expected };
}
