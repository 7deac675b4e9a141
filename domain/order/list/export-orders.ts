import { databaseFor } from "@/db/client";
import { countOrders, type ExportedOrder, listOrdersAfter, type OrderPlace } from "@/db/queries/order-list";
import { listUsesOf, type UseOfOrder } from "@/db/queries/order-use";
import { requireDone } from "@/domain/outcome";
import { claimsOfHolders } from "@/domain/rights/claims";
import { receiptNumber } from "@/domain/use/receipt-number";
import { unseal } from "@/lib/crypto/seal";
import { exactTime, shortDate } from "@/lib/format/date";
import type { Cell, Column, TableFormat } from "@/lib/table/write";
import type { Grant } from "@/model/access";
import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { type OrderField, orderFieldNames, orderFields } from "@/model/order-field";
import { type OrderFilters, type OrderStanding, setOrderFilters } from "@/model/order-list";
import type { RightsKind } from "@/model/rights";
import type { SettlementState } from "@/model/settlement";
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
  // Of an order used in parts each of these says one after another, oldest first. A part without keeps its place, so
  // that the second of each is the second use's.
  { header: "USADA_POR", width: 32 },
  { header: "NIT_USO", width: 14 },
  { header: "USADA_EL", width: 18 },
  { header: "COMPROBANTE", width: 18 },
  { header: "FACTURA_VENTA", width: 18 },
  { header: "FACTURA_COBRO", width: 18 },
  { header: "ESTADO_PAGO", width: 16 },
  // What the affiliate claims about these data, until it is decided.
  { header: "RECLAMO", width: 32 },
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
  /** Who used an order that no provider did. */
  usedByCore: string;
  payment: Readonly<Record<SettlementState, string>>;
  claim: (kind: RightsKind) => string;
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
    detail: () => ({ filters: setOrderFilters(filters), format }),
  });
  requireDone("order_list_outcome", totals.outcome);
  return { day: bogotaDay(totals.at), count: totals.count, rows: exportRows(grant, filters, words) };
}

async function* exportRows(
  grant: Grant<"order.export">,
  filters: OrderFilters,
  words: ExportWords,
): AsyncGenerator<Cell[]> {
  const claims = await claimsOfHolders(grant.actor);
  let place: OrderPlace | null = null;
  do {
    const { orders, end } = await listOrdersAfter(databaseFor(grant), filters, place, REACH);
    const uses = await groupUses(grant, orders);
    for (const order of orders) {
      const affiliateId = unseal(order.affiliateIdSealed, affiliateIdPlace(order.id));
      const claimed = claims(order.affiliateIdKind, affiliateId).map(({ kind }) =>
        words.claim(kind as RightsKind),
      );
      yield [
        ...cellsOf(order, affiliateId, words),
        ...cellsOfUses(uses.get(order.id) ?? [], words),
        [...new Set(claimed)].join("; "),
      ];
    }
    place = end;
  } while (place);
}

function cellsOf(order: ExportedOrder, affiliateId: string, words: ExportWords): Cell[] {
  const cells: Record<OrderField, Cell> = {
    ...order,
    affiliateId,
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

async function groupUses(grant: Grant<"order.export">, orders: readonly ExportedOrder[]) {
  const used = orders.filter(({ balance, value }) => balance < value).map(({ id }) => id);
  const uses = used.length > 0 ? await listUsesOf(databaseFor(grant), used) : [];
  const byOrder = new Map<string, UseOfOrder[]>();
  for (const use of uses) byOrder.set(use.orderId, [...(byOrder.get(use.orderId) ?? []), use]);
  return byOrder;
}

/** A use of the core has no receipt and no invoice, and its day only where its file said it. */
function cellsOfUses(uses: readonly UseOfOrder[], words: ExportWords): Cell[] {
  const all = (text: (use: UseOfOrder) => string | null) => {
    const texts = uses.map((use) => text(use) ?? "");
    return texts.some(Boolean) ? texts.join("; ") : "";
  };
  const ofProvider = (text: (use: UseOfOrder) => string | null) =>
    all((use) => (use.provider ? text(use) : null));
  return [
    all(({ provider }) => provider?.name ?? words.usedByCore),
    ofProvider(({ provider }) => provider?.nit ?? null),
    all(({ provider, at, coreUsedOn }) =>
      provider ? exactTime(at).slice(0, "dd/mm/aaaa hh:mm".length) : coreUsedOn && shortDate(coreUsedOn),
    ),
    ofProvider(({ serial, at }) => receiptNumber(serial, at)),
    ofProvider(({ saleInvoice }) => saleInvoice),
    ofProvider(({ invoice }) => invoice),
    ofProvider(({ state }) => words.payment[state ?? "open"]),
  ];
}
