import { crc32, deflateRawSync } from "node:zlib";

/** A part of an archive; `declaredSize` and `declaredSum` are a wrong size and checksum in its header. */
export type Part = { name: string; content: string | Buffer; declaredSize?: number; declaredSum?: number };

/** A compressed ZIP archive of these parts. */
export function archiveOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, declaredSize, declaredSum } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(declaredSum ?? crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declaredSize ?? bytes.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, title, packed);
    directory.push(entry, title);
    at += local.length + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const links = (...entries: [id: string, kind: string, target: string][]) =>
  `<Relationships>${entries
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The parts of a workbook as Excel writes them, with the given XML of rows. */
export function workbookParts(
  rows: string,
  { strings = "", book = "", formats = "" }: { strings?: string; book?: string; formats?: string } = {},
): Part[] {
  return [
    { name: "_rels/.rels", content: links(["rId1", "officeDocument", "xl/workbook.xml"]) },
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><x:workbook xmlns:r="r">${book}<x:sheets><x:sheet name="Órdenes" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>`,
    },
    { name: "xl/worksheets/sheet1.xml", content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: links(
        ["rId7", "worksheet", "worksheets/sheet1.xml"],
        ["rId8", "sharedStrings", "/xl/sharedStrings.xml"],
        ["rId9", "styles", "styles.xml"],
      ),
    },
    { name: "xl/sharedStrings.xml", content: `<sst>${strings}</sst>` },
    {
      name: "xl/styles.xml",
      content: `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
  ];
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Rows of inline text cells. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells
          .map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`)
          .join("")}</row>`,
    )
    .join("");
}

/** A workbook of text cells. */
export function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  return archiveOf(workbookParts(textRows(rows)));
}
