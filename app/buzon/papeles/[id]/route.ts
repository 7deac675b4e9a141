import { isDemonstration } from "@/app/_server/demonstration";
import { placeAfterFailure } from "@/app/_server/http/post-failure";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { paperResponse } from "@/app/_server/order-pdf-response";
import { printOrder } from "@/domain/print/print";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { isUuid } from "@/lib/http/uuid";
import { authorize } from "@/model/access";
import { demoPrinter } from "../demo-papers";

type Context = { params: Promise<{ id: string }> };

/** The paper of an order of the demonstration, to be seen in the browser and read by a camera. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  const { id } = await params;
  const printer = isUuid(id) && (await isDemonstration()) ? await demoPrinter() : null;
  if (!printer) return new Response(null, { status: 404 });
  try {
    const order = await printOrder(authorize(printer, "order.print"), id, { ip: clientIp(request.headers) });
    return await paperResponse([order], "letter", `orden-${order.number.replace(/[^0-9A-Za-z-]/g, "")}.pdf`);
  } catch (error) {
    return seeOther(await placeAfterFailure(error, "/buzon/papeles", "papel"));
  }
}
