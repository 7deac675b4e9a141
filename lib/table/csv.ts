import { TableFault } from "./fault";
import { unescapeFormula } from "./formula";
import { columnsOf, missingColumns, requireColumns } from "./header";
import type { Encoding } from "./inspect";
import { rowOf, type TableRow } from "./row";
import type { Source } from "./source";
import { splitRow } from "./split-row";

type Layout = { columns: string[]; delimiter: string };

/**
 * Rows of a CSV file. Each line of the file is one row: a quote that stays open spoils its own row and no
 * other. Blank lines are skipped.
 */
export async function* readCsv(
  source: Source,
  encoding: Encoding,
  wanted: readonly string[],
): AsyncGenerator<TableRow> {
  let layout: Layout | undefined;
  for await (const { line, text } of readLines(source, encoding)) {
    if (text.trim() === "") continue;
    if (layout) yield readRow(line, text, layout);
    else layout = readHeader(text, wanted);
  }
  if (!layout) throw new TableFault("empty");
}

async function* readLines(
  source: Source,
  encoding: Encoding,
): AsyncGenerator<{ line: number; text: string }> {
  const decoder = new TextDecoder(encoding); // takes a byte order mark away
  let line = 0;
  let rest = "";
  for await (const chunk of source()) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r\n|\n|\r(?=[^\n])/);
    rest = lines.pop() ?? "";
    for (const text of lines) yield { line: ++line, text };
  }
  rest += decoder.decode();
  if (rest !== "") yield { line: line + 1, text: rest.replace(/\r$/, "") };
}

function readHeader(text: string, wanted: readonly string[]): Layout {
  const layouts = [";", ",", "\t"].map((delimiter) => {
    const columns = columnsOf(splitRow(text, delimiter) ?? []);
    return { delimiter, columns, missing: missingColumns(columns, wanted).length };
  });
  const best = layouts.reduce((a, b) => (b.missing < a.missing ? b : a));
  requireColumns(best.columns, wanted);
  return best;
}

function readRow(line: number, text: string, { columns, delimiter }: Layout): TableRow {
  const values = splitRow(text, delimiter);
  return values
    ? rowOf(line, values.map(unescapeFormula), columns)
    : { line, cells: null, found: 0, expected: columns.length };
}
