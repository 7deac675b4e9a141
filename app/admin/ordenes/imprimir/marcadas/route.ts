import { refusedResponse } from "@/app/_server/http/refused-page";
import { paperResponse } from "@/app/_server/order-pdf-response";
import { LIST_PATH } from "@/app/admin/_orders/list-address";
import { printDoor } from "@/app/admin/ordenes/print-door";
import { printTicked } from "@/domain/print/print";
import { TickedOrders } from "@/domain/print/schema";
import { isOwnOrigin } from "@/lib/http/origin";
import { authorize } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { paperSizeOf } from "../../paper-size";

/** Prints the orders that were ticked in the list into one PDF. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  return printDoor(request, { from: LIST_PATH, many: true }, async (actor, form, client) => {
    const grant = authorize(actor, "order.print");
    const ids = TickedOrders.safeParse(form.getAll("orden"));
    if (!ids.success) throw new Refusal("nothing_ticked");
    const { orders, leftOut } = await printTicked(grant, ids.data, client);
    const size = paperSizeOf(form.get("tamano"));
    return paperResponse(orders, size, `ordenes-${orders.length}.pdf`, leftOut);
  });
}
