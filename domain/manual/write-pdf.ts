import { readFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { type Doc, decorate, write } from "@/lib/pdf/ink";
import { taggedDocument } from "@/lib/pdf/tagged-document";
import type { Chapter, Section } from "./chapter";
import { type Block, plainText } from "./text";

const WIDTH = 612;
const HEIGHT = 792;
const MARGIN = 54;
const INNER = WIDTH - 2 * MARGIN;
const FOOT = HEIGHT - MARGIN - 18;
const PICTURE_WIDTH = 170;
const FOLDER = "domain/manual/pictures";

type ManualPart = { title: string; chapters: Chapter[] };
export type ManualPaper = {
  language: string;
  caja: string;
  version: string;
  contents: string;
  onPage: (page: string) => string;
  pictures: Readonly<Record<string, string>>;
  parts: ManualPart[];
};

type Outline = { addItem: (title: string) => Outline };
type Sheet = {
  doc: Doc;
  root: PDFKit.PDFStructureElement;
  paper: ManualPaper;
  y: number;
  page: number;
  /** Page number of each heading. */
  pages: Map<string, number>;
};

/** The manual as one tagged PDF with bookmarks, a list of contents and numbered pages. */
export async function writeManual(paper: ManualPaper): Promise<Buffer> {
  // The table of contents comes first and needs the page numbers, so a first drawing finds them.
  const { pages } = await draw(paper, new Map());
  return (await draw(paper, pages)).file;
}

async function draw(paper: ManualPaper, known: ReadonlyMap<string, number>) {
  const doc = taggedDocument(paper.parts[0]?.title ?? "", paper.caja, paper.language);
  const read = buffer(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const sheet: Sheet = { doc, root, paper, y: 0, page: 0, pages: new Map() };
  turnPage(sheet);
  drawContents(sheet, known);
  for (const part of paper.parts) drawPart(sheet, part);
  root.end();
  doc.end();
  return { file: await read, pages: sheet.pages };
}

function drawContents(sheet: Sheet, known: ReadonlyMap<string, number>): void {
  const { doc, root, paper } = sheet;
  const [first] = paper.parts;
  tagged(sheet, "H1", first?.title ?? "", { size: 24, weight: "heavy", after: 6 });
  tagged(sheet, "P", paper.caja, { size: 12 });
  tagged(sheet, "P", paper.version, { size: 12, after: 18 });
  tagged(sheet, "H2", paper.contents, { size: 16, weight: "bold", after: 6 });
  for (const { title, chapters } of paper.parts) {
    if (paper.parts.length > 1) tagged(sheet, "P", title, { size: 11, weight: "bold", before: 6 });
    for (const chapter of chapters) {
      room(sheet, 16);
      const { y } = sheet;
      root.add(
        doc.struct("P", {}, () => {
          sheet.y = write(doc, chapter.title, { x: MARGIN, y, width: INNER - 40 }, { size: 11 }) + 2;
          const box = { x: WIDTH - MARGIN - 36, y, width: 36 };
          write(doc, ` ${known.get(chapter.id) ?? ""}`, box, { size: 11, align: "right" });
        }),
      );
    }
  }
}

function drawPart(sheet: Sheet, { title, chapters }: ManualPart): void {
  const { doc, paper } = sheet;
  turnPage(sheet);
  const outline = (doc as unknown as { outline: Outline }).outline;
  const top = paper.parts.length > 1 ? outline.addItem(title) : outline;
  if (title !== paper.parts[0]?.title) tagged(sheet, "H1", title, { size: 20, weight: "heavy", after: 6 });
  for (const chapter of chapters) {
    heading(sheet, chapter, "H2", 16);
    const item = top.addItem(chapter.title);
    for (const block of chapter.blocks) drawBlock(sheet, block);
    for (const section of chapter.sections) {
      heading(sheet, section, "H3", 12.5);
      item.addItem(section.title);
      for (const block of section.blocks) drawBlock(sheet, block);
    }
  }
}

/** Keeps a heading together with the text below it. */
function heading(sheet: Sheet, { id, title }: Section, kind: "H2" | "H3", size: number): void {
  room(sheet, size + 70);
  sheet.pages.set(id, sheet.page);
  tagged(sheet, kind, title, { size, weight: "bold", before: kind === "H2" ? 16 : 9, after: 3 });
}

function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === "paragraph") tagged(sheet, "P", plainText(block.runs), { size: 11, after: 3 });
  else if (block.kind === "picture") drawPicture(sheet, block.name);
  else if (block.kind === "facts")
    for (const { label, text } of block.rows) tagged(sheet, "P", `${label}: ${text}`, { size: 11 });
  else drawList(sheet, block.items.map(plainText), block.kind === "steps");
}

function drawList(sheet: Sheet, items: readonly string[], numbered: boolean): void {
  const list = sheet.doc.struct("L");
  sheet.root.add(list);
  for (const [index, text] of items.entries()) drawItem(sheet, list, numbered ? `${index + 1}.` : "•", text);
  list.end();
}

function drawItem(sheet: Sheet, list: PDFKit.PDFStructureElement, mark: string, text: string): void {
  const { doc } = sheet;
  room(sheet, heightOf(doc, text, INNER - 22, 11) + 2);
  const { y } = sheet;
  const label = doc.struct("Lbl", {}, () => {
    write(doc, mark, { x: MARGIN + 2, y, width: 20 }, { size: 11 });
  });
  const body = doc.struct("LBody", {}, () => {
    sheet.y = write(doc, text, { x: MARGIN + 22, y, width: INNER - 22 }, { size: 11 }) + 2;
  });
  const item = doc.struct("LI", {}, [label, body]);
  list.add(item);
  item.end();
}

function drawPicture(sheet: Sheet, name: string): void {
  const { doc, root, paper } = sheet;
  const file = readFileSync(path.join(process.cwd(), FOLDER, `${name}.png`));
  const width = PICTURE_WIDTH * (file.readUInt32BE(16) > file.readUInt32BE(20) ? 2 : 1);
  const height = (width * file.readUInt32BE(20)) / file.readUInt32BE(16);
  room(sheet, height + 12);
  const { y } = sheet;
  root.add(
    doc.struct(
      "Figure",
      { alt: paper.pictures[name] ?? name, bbox: [MARGIN, y, MARGIN + width, y + height] } as object,
      () => {
        doc.image(file, MARGIN, y + 4, { width });
        doc
          .lineWidth(0.5)
          .strokeColor("black")
          .rect(MARGIN, y + 4, width, height)
          .stroke();
      },
    ),
  );
  sheet.y = y + height + 12;
}

type Look = { size: number; weight?: "regular" | "bold" | "heavy"; before?: number; after?: number };

function tagged(sheet: Sheet, kind: "H1" | "H2" | "H3" | "P", text: string, look: Look): void {
  const { doc, root } = sheet;
  const { size, weight, before = 0, after = 2 } = look;
  room(sheet, before + heightOf(doc, text, INNER, size, weight));
  const y = sheet.y + before;
  root.add(
    doc.struct(kind, {}, () => {
      sheet.y = write(doc, text, { x: MARGIN, y, width: INNER }, { size, weight }) + after;
    }),
  );
}

function heightOf(doc: Doc, text: string, width: number, size: number, weight = "regular"): number {
  return doc
    .font(weight)
    .fontSize(size)
    .heightOfString(text, { width, lineGap: size * 0.04 });
}

function room(sheet: Sheet, height: number): void {
  if (sheet.y + height > FOOT) turnPage(sheet);
}

function turnPage(sheet: Sheet): void {
  const { doc, paper } = sheet;
  doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
  sheet.y = MARGIN;
  sheet.page += 1;
  const y = HEIGHT - MARGIN;
  decorate(doc, () => {
    write(
      doc,
      `${paper.parts[0]?.title} · ${paper.version}`,
      { x: MARGIN, y, width: INNER - 70 },
      { size: 8 },
    );
    const box = { x: WIDTH - MARGIN - 66, y, width: 66 };
    write(doc, paper.onPage(String(sheet.page)), box, { size: 8, align: "right" });
  });
}
