import { cellOf, decorate, fitting, rule, write } from "@/lib/pdf/ink";
import { type Ornament, place } from "@/lib/pdf/ornament";
import { QUIET, qrRuns } from "@/lib/pdf/qr";
import { drawHead, headTop } from "./head";
import { tableOf } from "./table";
import { type Sheet, writeTagged } from "./tagged";
import { paperWords } from "./words";

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
  const { doc, part, order } = sheet;
  const { g, top, rows, kind } = tableOf(doc, sheet.g, order);
  const left = g.margin;
  const right = g.width - g.margin;
  const cell = { x: left + g.label, width: right - left - g.label };
  let y = top;
  writeTagged(sheet, "H1", () => {
    y = write(doc, order.kindName, { x: left, y, width: right - left }, kind);
  });
  y += g.air;
  const table = doc.struct("Table");
  part.add(table);
  for (const { label, size, rule: weight, lines } of rows) {
    decorate(doc, () => rule(doc, left, right, y, weight));
    const start = y + g.air;
    let end = start;
    table.add(
      doc.struct("TR", {}, [
        doc.struct("TH", { scope: "Row" } as object, () => {
          const box = { x: left, y: start + (size - g.small) * 0.95, width: g.label - 6 };
          write(doc, label, box, { size: g.small });
        }),
        cellOf(
          doc,
          lines.map(({ text, face }) => () => {
            end = write(doc, text, { ...cell, y: end }, face);
          }),
        ),
      ]),
    );
    y = end + g.air;
  }
  table.end();
  decorate(doc, () => rule(doc, left, right, y, 0.6));
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
