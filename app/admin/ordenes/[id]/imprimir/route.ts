import { refusedResponse } from "@/app/_server/http/refused-page";
import { paperResponse } from "@/app/_server/order-pdf-response";
import { printDoor } from "@/app/admin/ordenes/print-door";
import { printOrder } from "@/domain/print/print";
import { isOwnOrigin } from "@/lib/http/origin";
import { isUuid } from "@/lib/http/uuid";
import { authorize } from "@/model/access";
import { paperSizeOf } from "../../paper-size";

type Context = { params: Promise<{ id: string }> };

/** Prints an order: its PDF, to be seen in the browser. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const { id } = await params;
  if (!isUuid(id)) return new Response(null, { status: 404 });
  return printDoor(request, { from: `/admin/ordenes/${id}`, many: false }, async (actor, form, client) => {
    const order = await printOrder(authorize(actor, "order.print"), id, client);
    const plain = order.number.replace(/[^0-9A-Za-z-]/g, "");
    return paperResponse([order], paperSizeOf(form.get("tamano")), `orden-${plain}.pdf`);
  });
}
