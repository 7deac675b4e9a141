import { currentCaja } from "@/domain/caja/profile";
import type { PaperSize } from "@/domain/print/geometry";
import type { LeftOut, PaperOrder } from "@/domain/print/order-sheet";
import { paperTitle, writeOrders } from "@/domain/print/write-orders";
import { publicAddress } from "@/lib/mail/address";
import { pdfResponse } from "./pdf-response";

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
  return pdfResponse(
    (stream) => writeOrders(orders, { caja, size, title: paperTitle(orders, caja), leftOut }, stream),
    { fileName, cut: "paper.cut", shown: true },
  );
}
