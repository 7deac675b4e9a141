import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { setImmediate as breathe } from "node:timers/promises";
import type { PaperSize } from "@/domain/print/geometry";
import { geometryOf } from "@/domain/print/geometry";
import { ornamentOf } from "@/lib/pdf/ornament";
import { taggedDocument } from "@/lib/pdf/tagged-document";
import { drawLeftOut } from "./left-out";
import type { LeftOut, PaperCaja, PaperOrder } from "./order-sheet";
import { drawSheet } from "./sheet";
import { paperWords } from "./words";

type Paper = { caja: PaperCaja; size: PaperSize; title?: string; leftOut?: readonly LeftOut[] };

/** The file's title: one order's number, or that it holds several. */
export function paperTitle(orders: readonly PaperOrder[], caja: PaperCaja): string {
  return paperWords.fileTitle(orders[0]?.number ?? "", orders.length, caja.name);
}

/**
 * Writes orders as one tagged PDF, a page each, and ends the stream. Pages leave as they are drawn, no faster
 * than the stream takes them. Orders that could not be printed are listed on pages behind them.
 */
export async function writeOrders(
  orders: Iterable<PaperOrder> | AsyncIterable<PaperOrder>,
  { caja, size, title = paperWords.fileTitle("", 0, caja.name), leftOut = [] }: Paper,
  out: Writable,
): Promise<void> {
  const g = geometryOf[size];
  const doc = taggedDocument(title, caja.name);
  const done = finished(out);
  done.catch(() => doc.destroy());
  doc.pipe(out);
  const ornament = ornamentOf(doc, g.width, g.band, g.rosette);
  const root = doc.struct("Document");
  doc.addStructure(root);
  try {
    for await (const order of orders) {
      doc.addPage({ size: [g.width, g.height], margin: 0 });
      const part = doc.struct("Sect");
      root.add(part);
      drawSheet({ doc, part, g, order, caja }, ornament);
      part.end();
      await Promise.race([out.writableNeedDrain ? once(out, "drain") : breathe(), done]);
    }
  } catch (error) {
    out.destroy();
    throw error;
  }
  if (leftOut.length > 0) drawLeftOut(doc, root, g, leftOut);
  root.end();
  doc.end();
  await done;
}
