import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { postedForm } from "@/app/_server/http/posted-form";
import { refusedResponse } from "@/app/_server/http/refused-page";
import { readFilters } from "@/app/admin/_orders/list-address";
import { isDatabaseDown } from "@/db/connection";
import { exportColumns, exportOrders } from "@/domain/order/list/export-orders";
import { clientIp } from "@/lib/http/client";
import { isOwnOrigin } from "@/lib/http/origin";
import { seeOther } from "@/lib/http/own-path";
import { isTableFormat, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { Refusal } from "@/model/refusal";

/** Exports the filtered orders. A POST, because an export is audited. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusedResponse(403, request.headers.get("cookie"));
  try {
    const actor = await currentActor();
    if (!actor) return seeOther("/ingresar?volver=%2Fadmin%2Fordenes%2Flista");
    if (!(await allowed(actor, "order.export"))) return seeOther("/sin-permiso");
    const [form, { admin, settlement }] = await Promise.all([postedForm(request), currentMessages()]);
    if (!(form instanceof FormData)) return refusedResponse(form, request.headers.get("cookie"));
    const format = String(form.get("formato"));
    if (!isTableFormat(format)) return refusedResponse(400, request.headers.get("cookie"));
    const t = admin.orderList;
    const { day, rows } = await exportOrders(
      authorize(actor, "order.export"),
      { filters: readFilters((param) => form.get(param)), format },
      {
        standings: admin.orders.standings,
        fromFile: t.origins.file,
        issuedHere: t.origins.here,
        usedByCore: t.usedByCore,
        payment: settlement.states,
      },
      { ip: clientIp(request.headers) },
    );
    return tableResponse(format, `ordenes-${day}`, writeTable(format, exportColumns, rows));
  } catch (error) {
    if (error instanceof Refusal) return seeOther("/sin-permiso");
    if (isDatabaseDown(error)) return seeOther("/no-disponible?volver=%2Fadmin%2Fordenes%2Flista");
    throw error;
  }
}
