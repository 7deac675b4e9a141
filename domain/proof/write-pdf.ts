import { MM } from "@/domain/print/geometry";
import { type Box, cellOf, type Doc, decorate, fitting, rule, widthOf, write } from "@/lib/pdf/ink";
import { QUIET, qrRuns } from "@/lib/pdf/qr";
import { taggedDocument } from "@/lib/pdf/tagged-document";
import { proof as words } from "@/messages/es-CO/proof";
import { writtenNit } from "@/model/identity/format";
import type { ProofContent } from "@/model/proof";
import { type ProofRow, proofRows } from "./pdf-rows";

/** Letter, or a thermal roll of 80 or 58 mm: as the choice in the address says. */
export const proofSizes = ["letter", "80", "58"] as const;
export type ProofSize = (typeof proofSizes)[number];

export type PrintedProof = {
  facts: ProofContent;
  keyId: number;
  /** Number and code, and the public page that they open. */
  name: string;
  address: string;
  /** The page where somebody types the name, as it is printed. */
  checkedAt: string;
};

type Look = { width: number; margin: number; title: number; body: number; small: number; qr: number };
const LETTER_HEIGHT = 792;
const looks: Record<ProofSize, Look> = {
  letter: { width: 612, margin: 60, title: 24, body: 13, small: 10.5, qr: 38 * MM },
  "80": { width: 80 * MM, margin: 4 * MM, title: 14, body: 10.5, small: 8.5, qr: 34 * MM },
  "58": { width: 58 * MM, margin: 3 * MM, title: 11.5, body: 9, small: 8, qr: 30 * MM },
};
type Sheet = { doc: Doc; part: PDFKit.PDFStructureElement; look: Look; proof: PrintedProof };

/** The proof as a tagged PDF, black on white. A roll is as long as its content. */
export function writeProof(proof: PrintedProof, size: ProofSize): PDFKit.PDFDocument {
  const look = looks[size];
  const measure = open(proof);
  const height = draw(measure, proof, look, 4_000);
  measure.on("data", () => undefined); // A first drawing measures how long the roll must be.
  measure.end();
  const doc = open(proof);
  draw(doc, proof, look, size === "letter" ? LETTER_HEIGHT : height);
  doc.end();
  return doc;
}

function open({ facts }: PrintedProof): Doc {
  return taggedDocument(words.pageTitle(words.kinds[facts.kind], facts.number), facts.caja.name);
}

function draw(doc: Doc, proof: PrintedProof, look: Look, height: number): number {
  doc.addPage({ size: [look.width, height], margin: 0 });
  const root = doc.struct("Document");
  doc.addStructure(root);
  const part = doc.struct("Sect");
  root.add(part);
  const sheet = { doc, part, look, proof };
  const end = drawFoot(sheet, drawRows(sheet, drawHead(sheet)));
  part.end();
  root.end();
  return end + look.margin;
}

function writeTagged({ doc, part }: Sheet, kind: "H1" | "H2" | "P", draw: () => void): void {
  part.add(doc.struct(kind, {}, draw));
}

function drawHead(sheet: Sheet): number {
  const { doc, look, proof } = sheet;
  const { caja, kind } = proof.facts;
  const box = { x: look.margin, width: look.width - 2 * look.margin };
  let y = look.margin;
  writeTagged(sheet, "P", () => {
    y = write(doc, caja.name, { ...box, y }, { size: look.body, weight: "heavy" });
  });
  if (caja.nit)
    writeTagged(sheet, "P", () => {
      y = write(doc, `NIT ${writtenNit(caja.nit)}`, { ...box, y }, { size: look.small });
    });
  y += look.small;
  writeTagged(sheet, "H1", () => {
    const title = words.kinds[kind];
    const size = fitting(doc, title, box.width, { size: look.title, weight: "heavy", lines: 1 });
    y = write(doc, title, { ...box, y }, { size, weight: "heavy" });
  });
  return y + look.small * 0.6;
}

function drawRows(sheet: Sheet, top: number): number {
  const { doc, part, look, proof } = sheet;
  const box = { x: look.margin, width: look.width - 2 * look.margin };
  const table = doc.struct("Table");
  part.add(table);
  let y = top;
  for (const row of proofRows(proof.facts, words, "es-CO")) {
    const start = y;
    decorate(doc, () => rule(doc, box.x, box.x + box.width, start, row.large ? 1.6 : 0.5));
    const under = start + look.small * 0.4;
    y = under + doc.font("regular").fontSize(look.small).heightOfString(row.label, { width: box.width });
    table.add(
      doc.struct("TR", {}, [
        doc.struct("TH", { scope: "Row" } as object, () => {
          write(doc, row.label, { ...box, y: under }, { size: look.small });
        }),
        cellOf(
          doc,
          valueLines(sheet, row, box).map((draw) => () => {
            y = draw(y);
          }),
        ),
      ]),
    );
    y += look.small * 0.4;
  }
  table.end();
  decorate(doc, () => rule(doc, box.x, box.x + box.width, y, 1.6));
  return y + look.small;
}

/** What a row says, and under it its detail: each is drawn from a height and gives back where it ends. */
function valueLines({ doc, look }: Sheet, { value, detail, large }: ProofRow, box: Omit<Box, "y">) {
  const size = large
    ? fitting(doc, value, box.width, { size: look.title, weight: "bold", lines: 1 })
    : look.body;
  const lines = [(y: number) => write(doc, value, { ...box, y }, { size, weight: "bold" })];
  if (detail) lines.push((y) => write(doc, detail, { ...box, y }, { size: look.small }));
  return lines;
}

function drawFoot(sheet: Sheet, top: number): number {
  const { doc, part, look, proof } = sheet;
  const { size, runs } = qrRuns(proof.address);
  const module = look.qr / (size + 2 * QUIET);
  const x = look.width > 300 ? look.margin - module * QUIET : (look.width - look.qr) / 2;
  const origin = { x: x + module * QUIET, y: top + module * QUIET };
  part.add(
    doc.struct("Figure", { alt: words.qrAlt, bbox: [x, top, x + look.qr, top + look.qr] } as object, () => {
      doc.fillColor("black");
      for (const run of runs)
        doc.rect(origin.x + run.x * module, origin.y + run.y * module, run.length * module, module);
      doc.fill();
    }),
  );
  const beside = look.width > 300;
  const left = beside ? x + look.qr + look.small : look.margin;
  const box = { x: left, width: look.width - look.margin - left };
  let y = beside ? top + module * QUIET : top + look.qr;
  writeTagged(sheet, "H2", () => {
    y = write(doc, words.verify, { ...box, y }, { size: look.body, weight: "heavy" });
  });
  writeTagged(sheet, "P", () => {
    const text = proof.name;
    const fit = Math.min(look.body, (look.body * box.width) / widthOf(doc, text, look.body, "bold"));
    y = write(doc, text, { ...box, y: y + 3 }, { size: fit, weight: "bold" });
  });
  const note = "askedAt" in proof.facts ? words.note : words.noteUse;
  for (const text of [words.checkAt(proof.checkedAt), words.signedBy(proof.keyId), note])
    writeTagged(sheet, "P", () => {
      y = write(doc, text, { ...box, y: y + 3 }, { size: look.small });
    });
  return Math.max(y, top + look.qr);
}
