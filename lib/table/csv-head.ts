import { type Columns, columnsOf, HeaderSearch, missingColumns } from "./header";
import type { TableNotes } from "./notes";
import { splitRow } from "./split-row";

/** The columns of a text file, and what stands between its cells. */
export type Layout = { columns: string[]; delimiter: string };

const DELIMITERS = [";", ",", "\t", "|"];
/** A name of a column has some lines; a quote that stays open is not looked for further. */
const MOST_LINES = 20;
/** A quote that begins a cell and has no end. */
const OPEN = /(?:^|[;,\t|])"(?:[^"]|"")*$/;

/** Looks for the header of a text file, line by line: behind titles and `sep=`, with line breaks inside quoted names. */
export class CsvHead<L extends { text: string }> {
  private readonly search: HeaderSearch;
  private begun: L[] = [];
  private declared: string | null = null;

  constructor(
    private readonly columns: Columns,
    private readonly notes: TableNotes,
  ) {
    this.search = new HeaderSearch(columns);
  }

  /** Takes a line, or none at the end; answers the layout when it is found, and the lines that come behind the header. */
  take(line: L | null): { layout: Layout; behind: L[] } | null {
    if (line) this.begun.push(line);
    const text = this.begun.map((one) => one.text).join("\n");
    const open = OPEN.test(text);
    if (line && open && this.begun.length < MOST_LINES) return null;
    const lines = this.begun;
    this.begun = [];
    if (!open) {
      const layout = this.layoutOf(text);
      return layout && { layout, behind: [] };
    }
    // The quote belongs to no cell: each line is looked at by itself.
    for (const [at, { text }] of lines.entries()) {
      const layout = this.layoutOf(text);
      if (layout) return { layout, behind: lines.slice(at + 1) };
    }
    return null;
  }

  fault() {
    return this.search.fault();
  }

  private layoutOf(text: string): Layout | null {
    if (text === "") return null;
    const mark = this.search.above === 0 ? /^"?sep=(.)"?$/i.exec(text)?.[1] : undefined;
    if (mark) {
      this.declared ??= mark;
      return null;
    }
    const layouts = [...(this.declared ? [this.declared] : []), ...DELIMITERS].map((delimiter) => {
      const cells = splitRow(text, delimiter);
      const columns = columnsOf(typeof cells === "string" ? [] : cells);
      return { delimiter, columns, missing: missingColumns(columns, this.columns.wanted).length };
    });
    const best = layouts.reduce((a, b) => (b.missing < a.missing ? b : a));
    if (!this.search.take(best.columns, text)) return null;
    Object.assign(this.notes, { delimiter: best.delimiter, above: this.search.above });
    return best;
  }
}
