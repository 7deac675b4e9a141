/** Cells of one line of a CSV file (RFC 4180 quotes); null when a quote stays open. */
export function splitRow(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  while (true) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (!cell) return null;
    cells.push(cell.value);
    if (cell.end >= text.length) return cells;
    if (text[cell.end] !== delimiter) return null;
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
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return { value, end: at + 1 };
  }
  return null;
}
