import { refusedResponse } from "@/app/_server/http/refused-page";
import { paperResponse } from "@/app/_server/order-pdf-response";
import { printDoor } from "@/app/admin/ordenes/print-door";
import { printOrders } from "@/domain/print/print";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize } from "@/model/access";
import { paperSizeOf } from "../../paper-size";
import { PRINT_PATH, readPrintFilter } from "../../print-filter";

/** Prints many orders into one PDF. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  return printDoor(request, { from: PRINT_PATH, many: true }, async (actor, form, client) => {
    const filter = readPrintFilter((param) => form.get(param));
    const { orders, leftOut } = await printOrders(authorize(actor, "order.print"), filter, client);
    if (orders.length === 0) return null;
    const size = paperSizeOf(form.get("tamano"));
    return paperResponse(orders, size, `ordenes-${orders.length}.pdf`, leftOut);
  });
}
