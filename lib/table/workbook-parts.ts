import { TableFault } from "./fault";
import { attribute, readXml, type XmlReader } from "./xml";
import { type Archive, unpack } from "./zip";

const LARGEST_PART = 5_000_000;
const LARGEST_STRINGS = 120_000_000;

export type WorkbookParts = {
  /** Where the first sheet is. */
  sheet: string;
  /** Texts that cells point to by number. */
  strings: readonly string[];
  /** For each style: whether a number in it is a day. */
  dayStyles: readonly boolean[];
  /** Days are counted from 1904 in workbooks that began on a Mac. */
  from1904: boolean;
};

/** What must be known of a workbook before its cells are read. @throws TableFault when it is none */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  const [root] = await links(archive, "_rels/.rels", "officeDocument");
  const book = root ? resolved("", root.target) : "xl/workbook.xml";
  const folder = book.slice(0, book.lastIndexOf("/") + 1);
  const relations = `${folder}_rels/${book.slice(folder.length)}.rels`;
  let first = "";
  let from1904 = false;
  await read(archive, book, LARGEST_PART, () => ({
    open: (name, attributes) => {
      if (name === "sheet") first ||= attribute(attributes, "id") ?? "";
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    },
  }));
  const sheet = (await links(archive, relations, "worksheet")).find(({ id }) => id === first);
  if (!sheet) throw new TableFault("broken_workbook");
  const [strings] = await links(archive, relations, "sharedStrings");
  const [styles] = await links(archive, relations, "styles");
  return {
    sheet: resolved(folder, sheet.target),
    strings: strings ? await sharedStrings(archive, resolved(folder, strings.target)) : [],
    dayStyles: styles ? await dayStyles(archive, resolved(folder, styles.target)) : [],
    from1904,
  };
}

async function read<T>(
  archive: Archive,
  name: string,
  largest: number,
  reader: (put: (item: T) => void) => XmlReader,
) {
  const found: T[] = [];
  for await (const items of readXml(unpack(archive, name, largest), reader))
    for (const item of items) found.push(item);
  return found;
}

function links(archive: Archive, name: string, kind: string) {
  return read<{ id: string; target: string }>(archive, name, LARGEST_PART, (put) => ({
    open: (tag, attributes) => {
      if (tag !== "Relationship" || !attribute(attributes, "Type")?.endsWith(`/${kind}`)) return;
      put({ id: attribute(attributes, "Id") ?? "", target: attribute(attributes, "Target") ?? "" });
    },
  }));
}

function resolved(folder: string, target: string): string {
  return new URL(target, `zip:///${folder}`).pathname.slice(1);
}

function sharedStrings(archive: Archive, name: string): Promise<string[]> {
  return read<string>(archive, name, LARGEST_STRINGS, (put) => {
    let inText = false;
    let inReading = false; // how East Asian words are read, beside them
    let text = "";
    return {
      open: (tag) => {
        if (tag === "si") text = "";
        if (tag === "rPh") inReading = true;
        inText = tag === "t" && !inReading;
      },
      text: (part) => {
        if (inText) text += part;
      },
      close: (tag) => {
        if (tag === "t") inText = false;
        if (tag === "rPh") inReading = false;
        if (tag === "si") put(unescaped(text));
      },
    };
  });
}

/** Excel writes what XML cannot hold as _xHHHH_. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function dayStyles(archive: Archive, name: string): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  let inCells = false;
  return read<boolean>(archive, name, LARGEST_PART, (put) => ({
    open: (tag, attributes) => {
      if (tag === "numFmt")
        own.set(
          Number(attribute(attributes, "numFmtId")),
          isDayFormat(attribute(attributes, "formatCode") ?? ""),
        );
      if (tag === "cellXfs") inCells = true;
      if (tag !== "xf" || !inCells) return;
      const format = Number(attribute(attributes, "numFmtId") ?? 0);
      put(own.get(format) ?? isBuiltInDay(format));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  }));
}

/** The formats for days and hours that every spreadsheet program knows by number. */
function isBuiltInDay(format: number): boolean {
  return [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].some(([from = 0, to = 0]) => format >= from && format <= to);
}

/** A format of one's own shows days or hours when it has their letters outside of what it quotes. */
export function isDayFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, "");
  return (
    /[dmyhs]/i.test(bare.replace(/general|am\/pm|a\/p/gi, "")) && !/[#0?]/.test(bare.replace(/s\.0+/gi, ""))
  );
}
