import { longDate } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { cellOf, decorate, fitting, rule, write } from "@/lib/pdf/ink";
import { type Ornament, place } from "@/lib/pdf/ornament";
import { QUIET, qrRuns } from "@/lib/pdf/qr";
import { formatIdNumber } from "@/model/identity/format";
import { isShown, isTextField, orderFields, orderViews, type TextField } from "@/model/order-field";
import { drawHead, headTop } from "./head";
import { type Sheet, writeTagged } from "./tagged";
import { paperWords } from "./words";

/** A row of the paper: its label, the size of its first line, and what draws each line. */
type PaperRow = { label: string; size: number; draw: ((y: number) => number)[] };

/** Draws one order on a page of its own, in the reading order of the answer's screen. */
export function drawSheet(sheet: Sheet, ornament: Ornament): void {
  const { doc, g } = sheet;
  decorate(doc, () => {
    place(doc, "Rosette", ornament.rosette, g.margin, headTop(g));
    place(doc, "Band", ornament.band, 0, g.headBand);
    place(doc, "Band", ornament.band, 0, g.height - g.band);
  });
  drawHead(sheet);
  drawRows(sheet);
  drawOnce(sheet);
  drawVerification(sheet);
  drawSignatures(sheet);
}

function drawRows(sheet: Sheet): void {
  const { doc, part, g, order } = sheet;
  const left = g.margin;
  const right = g.width - g.margin;
  const cell = { x: left + g.label, width: right - left - g.label };
  let y = g.headBand + g.band + g.kind * 0.6;
  writeTagged(sheet, "H1", () => {
    const size = fitting(doc, order.kindName, right - left, { size: g.kind, weight: "heavy", lines: 1 });
    y = write(doc, order.kindName, { x: left, y, width: right - left }, { size, weight: "heavy" });
  });
  y += g.air;
  const table = doc.struct("Table");
  part.add(table);
  const row = (label: string, top: number, weight: number, ...lines: ((y: number) => number)[]) => {
    decorate(doc, () => rule(doc, left, right, y, weight));
    const start = y + g.air;
    let end = start;
    table.add(
      doc.struct("TR", {}, [
        doc.struct("TH", { scope: "Row" } as object, () => {
          write(doc, label, { x: left, y: start + top, width: g.label - 6 }, { size: g.small });
        }),
        cellOf(
          doc,
          lines.map((draw) => () => {
            end = draw(end);
          }),
        ),
      ]),
    );
    y = end + g.air;
  };
  const line = (text: string, size: number, bold: boolean, lines = 1, most = lines) => {
    const weight = bold ? "bold" : "regular";
    return (top: number) =>
      write(
        doc,
        text,
        { ...cell, y: top },
        { size: fitting(doc, text, cell.width, { size, weight, lines, most }), weight },
      );
  };
  const words = paperWords.inWords(pesosInWords(order.value));
  const whole = fitting(doc, words, cell.width, { size: g.body, weight: "bold", lines: 1 });
  const parts = whole > g.body * 0.8 ? [words] : inTwo(words);
  const identity = `${order.affiliateIdKind} ${formatIdNumber(order.affiliateId)}`;
  const plainRow = (label: string, text: string, bold = false, lines = 1, most = lines): PaperRow => ({
    label,
    size: g.body,
    draw: [line(text, g.body, bold, lines, most)],
  });
  const rows: Record<Exclude<(typeof orderViews.paper)[number], TextField>, PaperRow> = {
    affiliateName: {
      label: paperWords.affiliate,
      size: g.name,
      draw: [line(order.affiliateName, g.name, true, 2, 3)],
    },
    affiliateId: { label: paperWords.identity, size: g.name, draw: [line(identity, g.name, true)] },
    value: {
      label: paperWords.value,
      size: 20,
      draw: [line(formatPesos(order.value), 20, true), ...parts.map((part) => line(part, g.body, true))],
    },
    issuedOn: plainRow(paperWords.issuedOn, longDate(order.issuedOn, "es-CO")),
    validUntil: plainRow(paperWords.validUntil, longDate(order.validUntil, "es-CO"), true),
    provider: plainRow(paperWords.provider, order.provider ?? paperWords.anyProvider, false, 2, 4),
  };
  const textRow = (name: TextField) => {
    const { lines, most } = orderFields[name].text.paper;
    return plainRow(paperWords[name], order[name], false, lines, most);
  };
  // The value stands between two heavy rules.
  let above = 0.6;
  for (const name of orderViews.paper) {
    if (isTextField(name) && !isShown(orderFields[name].text, order[name])) continue;
    const { label, size, draw } = isTextField(name) ? textRow(name) : rows[name];
    const heavy = name === "value" ? 1.6 : 0.6;
    row(label, (size - g.small) * 0.95, Math.max(above, heavy), ...draw);
    above = heavy;
  }
  table.end();
  decorate(doc, () => rule(doc, left, right, y, 0.6));
}

/** Two lines of about one length: left to itself the break could fall inside "M/CTE". */
function inTwo(text: string): string[] {
  const middle = text.indexOf(" ", text.length / 2);
  return [text.slice(0, middle), text.slice(middle + 1)];
}

function drawOnce(sheet: Sheet): void {
  const { doc, g, order } = sheet;
  const { top, size } = g.once;
  const text = order.partialUse ? paperWords.parts : paperWords.once;
  const pad = size * 0.55;
  const width = g.width - 2 * g.margin;
  const height = doc.font("heavy").fontSize(size).currentLineHeight(true) + 2 * pad;
  decorate(doc, () => doc.lineWidth(1.6).strokeColor("black").rect(g.margin, top, width, height).stroke());
  writeTagged(sheet, "P", () => {
    const box = { x: g.margin + pad, y: top + pad, width: width - 2 * pad };
    write(doc, text, box, {
      size: fitting(doc, text, box.width, { size, weight: "heavy", lines: 1 }),
      weight: "heavy",
    });
  });
}

function drawVerification(sheet: Sheet): void {
  const { doc, part, g, order, caja } = sheet;
  const { top, side } = g.qr;
  const { size, runs } = qrRuns(order.codeUrl);
  const module = side / size;
  const box: [number, number, number, number] = [g.margin, top, g.margin + side, top + side];
  const text = { x: g.margin + side + module * QUIET + g.small, width: 0 };
  text.width = g.width - g.margin - text.x;
  let y = top;
  writeTagged(sheet, "H2", () => {
    y = write(doc, paperWords.verifyTitle, { ...text, y }, { size: g.body + 2, weight: "heavy" });
  });
  part.add(
    doc.struct("Figure", { alt: paperWords.qrAlt, bbox: box } as object, () => {
      doc.fillColor("black");
      for (const run of runs)
        doc.rect(g.margin + run.x * module, top + run.y * module, run.length * module, module);
      doc.fill();
    }),
  );
  for (const paragraph of [
    paperWords.verify(caja.lookUpAt),
    paperWords.compare,
    paperWords.contact(caja.phone, caja.hours),
  ])
    writeTagged(sheet, "P", () => {
      y = write(doc, paragraph, { ...text, y: y + g.air }, { size: g.body });
    });
}

function drawSignatures(sheet: Sheet): void {
  const { doc, g } = sheet;
  const gap = g.margin * 0.8;
  const width = (g.width - 2 * g.margin - gap) / 2;
  const columns = [paperWords.affiliateSigns, paperWords.providerSigns].map((label, index) => ({
    label,
    x: g.margin + index * (width + gap),
  }));
  for (const { label, x } of columns) {
    decorate(doc, () => rule(doc, x, x + width, g.signatures, 0.8));
    writeTagged(sheet, "P", () => {
      write(doc, label, { x, y: g.signatures + 4, width }, { size: g.small });
    });
  }
}
