import { CsvHead, type Layout } from "./csv-head";
import { decodeLine, type Encoding, foreignEncoding } from "./encoding";
import { textOfFormula, unescapeFormula } from "./formula";
import type { Columns } from "./header";
import { LineCutter } from "./lines";
import type { TableNotes } from "./notes";
import { isBlank, type RowShape, rowOf, rowShape, type TableRow } from "./row";
import { bufferOf, type Source } from "./source";
import { splitRow } from "./split-row";

/** `unended`: the file ends with it, without a line end or a sign that its text ends here. */
type Line = { line: number; text: string; foreign: Encoding | null; bytes: Buffer; unended?: boolean };

/** Programs of DOS end a text with it. */
const DOS_END = "\u001a";
/** A cell has some lines; a quote that stays open is not looked for further. */
const MOST_JOINED = 20;

/**
 * Rows of a CSV file. A line is a row, unless a quoted cell goes on in the next lines: these belong to it when
 * together they are a whole row and none of them has the separators of a row of its own. So a quote that stays
 * open spoils its own row and no other. Rows without anything in them are skipped.
 */
export async function* readCsv(
  source: Source,
  encoding: Encoding,
  columns: Columns,
  notes: TableNotes,
): AsyncGenerator<TableRow> {
  notes.encoding = encoding;
  const head = new CsvHead<Line>(columns, notes);
  let rows: RowMaker | undefined;
  const open = function* (line: Line | null): Generator<TableRow> {
    const found = head.take(line);
    if (!found) return;
    const shape = rowShape(found.layout.columns, columns.wanted);
    rows = new RowMaker({ ...shape, delimiter: found.layout.delimiter }, notes);
    for (const behind of found.behind) yield* rows.take(behind);
  };
  for await (const line of readLines(source, encoding, () => rows?.isOpen ?? false)) {
    if (rows) yield* rows.take(line);
    else if (line.text.trim() !== "") yield* open(line);
  }
  if (!rows) yield* open(null);
  if (!rows) throw head.fault();
  yield* rows.end();
}

/** Lines with something in them; the empty ones too while `wantsEmpty`, since they may belong to a cell. */
async function* readLines(
  source: Source,
  encoding: Encoding,
  wantsEmpty: () => boolean,
): AsyncGenerator<Line> {
  const cutter = new LineCutter();
  let line = 0;
  const lineOf = (bytes: Buffer): Line => {
    line += 1;
    const text = decodeLine(bytes, encoding);
    const bare = line === 1 ? text.replace(/^\ufeff/, "") : text;
    return { line, text: bare, foreign: foreignEncoding(bytes, encoding), bytes };
  };
  for await (const chunk of asUtf8(source, encoding)) {
    for (const bytes of cutter.cut(chunk)) {
      if (bytes.length > 0 || wantsEmpty()) yield lineOf(bytes);
      else line += 1;
    }
  }
  for (const bytes of cutter.end()) {
    const last = lineOf(bytes);
    const text = last.text.endsWith(DOS_END) ? last.text.slice(0, -1) : last.text;
    yield { ...last, text, unended: text === last.text && !text.endsWith('"') };
  }
}

/** UTF-16 becomes UTF-8, anything else stays as it is. */
async function* asUtf8(source: Source, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding !== "utf-16le" && encoding !== "utf-16be") {
    for await (const chunk of source()) yield bufferOf(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source()) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** What an export of ours kept from running is a text as it stands, and not another program's formula around one. */
const cellText = (text: string) => {
  const kept = unescapeFormula(text);
  return kept === text ? textOfFormula(text) : kept;
};

/** Makes rows of lines. A line whose quote stays open waits for those that may belong to it. */
class RowMaker {
  private waiting: Line[] = [];

  constructor(
    private readonly layout: RowShape & Pick<Layout, "delimiter">,
    private readonly notes: TableNotes,
  ) {}

  /** A quoted cell has not ended yet. */
  get isOpen(): boolean {
    return this.waiting.length > 0;
  }

  *take(line: Line): Generator<TableRow> {
    if (this.waiting.length === 0) yield* this.alone(line);
    else yield* this.joined(line);
  }

  *end(): Generator<TableRow> {
    while (this.waiting.length > 0) yield* this.giveUp();
  }

  /** The first line that waits is spoiled; those behind it are looked at as if it were not there. */
  private *giveUp(): Generator<TableRow> {
    const [first, ...rest] = this.waiting;
    this.waiting = [];
    if (first) yield this.spoiled(first);
    for (const line of rest) yield* this.take(line);
  }

  private *alone(line: Line): Generator<TableRow> {
    const values = this.split(line.text);
    if (line.foreign) yield this.spoiled(line);
    else if (values === "open") this.waiting = [line];
    else if (values === "broken") yield this.spoiled(line);
    else if (!isBlank(values) && line.text !== DOS_END) yield this.row(line.line, values, line);
  }

  private *joined(line: Line): Generator<TableRow> {
    const parts = [...this.waiting, line];
    const values = this.belongs(line, parts.length)
      ? this.split(parts.map(({ text }) => text).join("\n"))
      : "broken";
    if (values === "open") {
      this.waiting = parts;
    } else if (values !== "broken" && values.length >= this.layout.least) {
      this.waiting = [];
      this.notes.joined += 1;
      yield this.row(parts[0]?.line ?? line.line, values, line);
    } else {
      yield* this.giveUp();
      yield* this.take(line);
    }
  }

  /** A line with all the separators of a row is one, whatever quote stands open before it. */
  private belongs({ text, foreign }: Line, count: number): boolean {
    if (foreign || count > MOST_JOINED) return false;
    const { least, delimiter } = this.layout;
    return text.split(delimiter).length < least;
  }

  private split(text: string) {
    return splitRow(text, this.layout.delimiter);
  }

  private row(line: number, values: string[], { unended }: Line): TableRow {
    const row = rowOf(line, values.map(cellText), this.layout);
    const { columns } = this.layout;
    if (unended && row.cells) this.notes.unended = { line, column: columns[values.length - 1] ?? "" };
    return row;
  }

  private spoiled({ line, text, foreign, bytes }: Line): TableRow {
    const { columns } = this.layout;
    const expected = columns.length;
    if (!foreign) return { line, cells: null, found: 0, expected, columns, values: [text] };
    const other = decodeLine(bytes, foreign);
    const values = splitRow(other, this.layout.delimiter);
    const fits = typeof values !== "string" && isBlank(values.slice(expected));
    return {
      line,
      cells: null,
      found: 0,
      expected,
      columns,
      foreign: true,
      values: fits ? values.map(cellText) : [other],
    };
  }
}
