import { PassThrough, Readable } from "node:stream";
import { currentCaja } from "@/domain/caja/profile";
import type { PaperSize } from "@/domain/print/geometry";
import type { LeftOut, PaperOrder } from "@/domain/print/order-sheet";
import { paperTitle, writeOrders } from "@/domain/print/write-orders";
import { logError } from "@/lib/log";
import { publicAddress } from "@/lib/mail/address";

/** Streams the orders' PDF while it is drawn. @param fileName plain letters and signs, no quotes */
export async function paperResponse(
  orders: readonly PaperOrder[],
  size: PaperSize,
  fileName: string,
  leftOut: readonly LeftOut[] = [],
): Promise<Response> {
  const { name, legalName, nit, phone, hours } = await currentCaja();
  const lookUpAt = publicAddress("/consultar").replace(/^https?:\/\//, "");
  const caja = { name, legalName, nit, phone, hours, lookUpAt };
  const stream = new PassThrough();
  writeOrders(orders, { caja, size, title: paperTitle(orders, caja), leftOut }, stream).catch(
    (error: unknown) => {
      // The client left or drawing failed: the stream is cut, and an incomplete PDF does not open.
      logError("paper.cut", error, {}, "warn");
      stream.destroy();
    },
  );
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${fileName}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
