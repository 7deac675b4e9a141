/**
 * Cells of one row of a CSV file (RFC 4180 quotes); "open" when a quote has no end, "broken" when something stands
 * behind one.
 */
export function splitRow(text: string, delimiter: string): string[] | "open" | "broken" {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  while (true) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (!cell) return "open";
    cells.push(cell.value);
    if (cell.end >= text.length) return cells;
    if (text[cell.end] !== delimiter) return "broken";
    at = cell.end + 1;
  }
}

function plainCell(text: string, start: number, delimiter: string) {
  const found = text.indexOf(delimiter, start);
  const end = found < 0 ? text.length : found;
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number) {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}
