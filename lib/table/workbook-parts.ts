import { TableFault } from "./fault";
import { type Attributes, attribute, readXml, type XmlReader } from "./xml";
import { type Archive, unpack } from "./zip";

const LARGEST_PART = 5_000_000;
const LARGEST_STRINGS = 120_000_000;
/** Of a cell, in characters: Excel keeps 32,767 of them. */
export const LONGEST_TEXT = 100_000;

/** A sheet by its name, where it is, and whether a person does not see it. */
export type Sheet = { name: string; part: string; hidden: boolean };

/** A number that is a day, one that is shown in powers of ten, or any other one. */
type NumberKind = "day" | "power" | "number";

export type WorkbookParts = {
  /** The sheets with cells, in their order; charts and macros are no sheets of cells. */
  sheets: readonly Sheet[];
  /** Texts that cells point to by number. */
  strings: readonly string[];
  /** For each style: what a number in it is. */
  styles: readonly NumberKind[];
  /** Days are counted from 1904 in workbooks that began on a Mac. */
  from1904: boolean;
};

/** What must be known of a workbook before its cells are read. @throws TableFault when it is none */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  const root = archive.entries.has("_rels/.rels")
    ? await links(archive, "_rels/.rels", "officeDocument")
    : [];
  const book = root[0] ? resolved("", root[0].target) : "xl/workbook.xml";
  // Other programs pack their files too.
  if (!archive.entries.has(book) || book.endsWith(".bin")) throw new TableFault("other_program");
  const folder = book.slice(0, book.lastIndexOf("/") + 1);
  const relations = `${folder}_rels/${book.slice(folder.length)}.rels`;
  const listed: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await read(archive, book, LARGEST_PART, () => ({
    open: (tag, attributes) => {
      if (tag === "sheet") listed.push(listedSheet(attributes));
      if (tag === "workbookPr") from1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    },
  }));
  const targets = new Map(
    (await links(archive, relations, "worksheet")).map(({ id, target }) => [id, resolved(folder, target)]),
  );
  const sheets = listed.flatMap(({ name, id, hidden }) => {
    const part = targets.get(id);
    return part === undefined ? [] : [{ name, part, hidden }];
  });
  const [strings] = await links(archive, relations, "sharedStrings");
  const [styles] = await links(archive, relations, "styles");
  return {
    sheets,
    strings: strings ? await sharedStrings(archive, resolved(folder, strings.target)) : [],
    styles: styles ? await numberStyles(archive, resolved(folder, styles.target)) : [],
    from1904,
  };
}

function listedSheet(attributes: Attributes) {
  const state = attribute(attributes, "state") ?? "visible";
  return {
    name: attribute(attributes, "name") ?? "",
    id: attribute(attributes, "id") ?? "",
    hidden: state !== "visible",
  };
}

async function read<T>(
  archive: Archive,
  name: string,
  largest: number,
  reader: (emit: (item: T) => void) => XmlReader,
) {
  const found: T[] = [];
  for await (const items of readXml(unpack(archive, name, largest), reader))
    for (const item of items) found.push(item);
  return found;
}

function links(archive: Archive, name: string, kind: string) {
  return read<{ id: string; target: string }>(archive, name, LARGEST_PART, (emit) => ({
    open: (tag, attributes) => {
      if (tag !== "Relationship" || !attribute(attributes, "Type")?.endsWith(`/${kind}`)) return;
      emit({ id: attribute(attributes, "Id") ?? "", target: attribute(attributes, "Target") ?? "" });
    },
  }));
}

function resolved(folder: string, target: string): string {
  try {
    return decodeURIComponent(new URL(target, `zip:///${folder}`).pathname.slice(1));
  } catch {
    throw new TableFault("broken_workbook");
  }
}

function sharedStrings(archive: Archive, name: string): Promise<string[]> {
  return read<string>(archive, name, LARGEST_STRINGS, (emit) => {
    let inText = false;
    let inReading = false; // Phonetic hints of East Asian texts are no part of the text.
    let text = "";
    return {
      open: (tag) => {
        if (tag === "si") text = "";
        if (tag === "rPh") inReading = true;
        inText = tag === "t" && !inReading;
      },
      text: (part) => {
        if (inText) text += part;
        if (text.length > LONGEST_TEXT) throw new TableFault("broken_workbook");
      },
      close: (tag) => {
        if (tag === "t") inText = false;
        if (tag === "rPh") inReading = false;
        if (tag === "si") emit(unescaped(text));
      },
    };
  });
}

/** Excel writes what XML cannot hold as _xHHHH_. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function numberStyles(archive: Archive, name: string): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>();
  let inCells = false;
  return read<NumberKind>(archive, name, LARGEST_PART, (emit) => ({
    open: (tag, attributes) => {
      if (tag === "numFmt")
        own.set(
          Number(attribute(attributes, "numFmtId")),
          kindOfFormat(attribute(attributes, "formatCode") ?? ""),
        );
      if (tag === "cellXfs") inCells = true;
      if (tag !== "xf" || !inCells) return;
      const format = Number(attribute(attributes, "numFmtId") ?? 0);
      emit(own.get(format) ?? builtInKind(format));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  }));
}

/** The formats for days, hours and powers of ten that every spreadsheet program knows by number. */
function builtInKind(format: number): NumberKind {
  if (format === 11 || format === 48) return "power";
  const isDay = [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].some(([from = 0, to = 0]) => format >= from && format <= to);
  return isDay ? "day" : "number";
}

/** Excel takes no longer one. */
const LONGEST_FORMAT = 255;

/**
 * A format of one's own shows days or hours when it has their letters outside of what it quotes, and powers of ten when
 * a sign stands behind the E of its figures.
 */
export function kindOfFormat(code: string): NumberKind {
  if (code.length > LONGEST_FORMAT) return "number";
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, "");
  if (/[#0?.]E[+-]/i.test(bare)) return "power";
  const isDay =
    /[dmyhs]/i.test(bare.replace(/general|am\/pm|a\/p/gi, "")) && !/[#0?]/.test(bare.replace(/s\.0+/gi, ""));
  return isDay ? "day" : "number";
}
