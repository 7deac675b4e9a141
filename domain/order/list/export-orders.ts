import { databaseFor } from "@/db/client";
import { countOrders, type ExportedOrder, listOrdersAfter, type OrderPlace } from "@/db/queries/order-list";
import { requireDone } from "@/domain/outcome";
import { unseal } from "@/lib/crypto/seal";
import type { Cell, Column, TableFormat } from "@/lib/table/write";
import type { Grant } from "@/model/access";
import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { type OrderField, orderFieldNames, orderFields } from "@/model/order-field";
import { type OrderFilters, type OrderStanding, setOrderFilters } from "@/model/order-list";
import { affiliateIdPlace, affiliateNamePlace } from "../sealed-fields";

/** Orders per statement: far below its time limit, and few enough for memory. */
const REACH = 2_000;

/** The columns of the core's file, so that an export can be read in again, and behind them what else we know. */
export const exportColumns: readonly Column[] = [
  ...orderFieldNames.map((name) => orderFields[name]),
  { header: "ESTADO_HOY", width: 16 },
  { header: "SALDO", kind: "number", width: 14 },
  { header: "ORIGEN", width: 12 },
  { header: "IMPRESIONES", kind: "number", width: 12 },
  { header: "EN_ESTE_ESTADO_DESDE", kind: "day", width: 22 },
];

/**
 * States in the core's words. The core has no review: such an order is in force there, and a replaced one is
 * void.
 */
const coreWords: Readonly<Record<string, string>> = {
  draft: "BORRADOR",
  issued: "VIGENTE",
  delivered: "VIGENTE",
  blocked: "VIGENTE",
  used: "UTILIZADA",
  annulled: "ANULADA",
  replaced: "ANULADA",
};

export type ExportWords = {
  standings: Readonly<Record<OrderStanding, string>>;
  fromFile: string;
  issuedHere: string;
};

/**
 * The filtered orders, row by row for a file. The export is audited before the first row is sent.
 * @throws Refusal "not_allowed" when the person is no longer one of the caja
 */
export async function exportOrders(
  grant: Grant<"order.export">,
  {
    filters,
    format,
  }: {
    filters: OrderFilters;
    format: TableFormat;
  },
  words: ExportWords,
  client: { ip: string },
): Promise<{ day: CalendarDay; count: number; rows: AsyncGenerator<Cell[]> }> {
  const totals = await countOrders(databaseFor(grant), grant, filters, {
    action: "order.exported",
    ip: client.ip,
    detail: { filters: setOrderFilters(filters), format },
  });
  requireDone("order_list_outcome", totals.outcome);
  return { day: bogotaDay(totals.at), count: totals.count, rows: exportRows(grant, filters, words) };
}

async function* exportRows(
  grant: Grant<"order.export">,
  filters: OrderFilters,
  words: ExportWords,
): AsyncGenerator<Cell[]> {
  let place: OrderPlace | null = null;
  do {
    const { orders, end } = await listOrdersAfter(databaseFor(grant), filters, place, REACH);
    for (const order of orders) yield cellsOf(order, words);
    place = end;
  } while (place);
}

function cellsOf(order: ExportedOrder, words: ExportWords): Cell[] {
  const cells: Record<OrderField, Cell> = {
    ...order,
    affiliateId: unseal(order.affiliateIdSealed, affiliateIdPlace(order.id)),
    affiliateName: unseal(order.affiliateNameSealed, affiliateNamePlace(order.id)),
    issuedOn: { day: order.issuedOn },
    validUntil: { day: order.validUntil },
    state: coreWords[order.state] ?? order.state,
  };
  return [
    ...orderFieldNames.map((name) => cells[name]),
    words.standings[order.standing],
    order.balance,
    order.own ? words.issuedHere : words.fromFile,
    order.prints,
    { day: bogotaDay(order.stateChangedAt) },
  ];
}
