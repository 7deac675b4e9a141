import { answerExport } from "@/app/_server/http/answer-export";
import { readFilters } from "@/app/admin/_orders/list-address";
import { exportColumns, exportOrders } from "@/domain/order/list/export-orders";
import { tableFormats, tableResponse, writeTable } from "@/lib/table/write";
import { currentMessages } from "@/messages";

const offer = { permission: "order.export", page: "/admin/ordenes/lista", formats: tableFormats } as const;

/** Exports the filtered orders. */
export async function POST(request: Request): Promise<Response> {
  return answerExport(request, offer, async (grant, { form, format, ip }) => {
    const { admin, settlement } = await currentMessages();
    const t = admin.orderList;
    const { day, rows } = await exportOrders(
      grant,
      { filters: readFilters((param) => form.get(param)), format },
      {
        standings: admin.orders.standings,
        fromFile: t.origins.file,
        issuedHere: t.origins.here,
        usedByCore: t.usedByCore,
        payment: settlement.states,
        claim: (kind) => admin.rights.claimMark(admin.rights.kinds[kind]),
      },
      { ip },
    );
    return tableResponse(format, `ordenes-${day}`, writeTable(format, exportColumns, rows));
  });
}
