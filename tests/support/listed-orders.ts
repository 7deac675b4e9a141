import { readFilters } from "@/app/admin/_orders/list-address";
import type { ListPlace, OrderSort } from "@/model/order-list";
import { owner } from "@/tests/support/factories/account";
import { makeOrder, someDigits } from "@/tests/support/look-up-orders";

/** Words of an export. */
export const words = {
  standings: {
    current: "Vigente",
    used: "Usada",
    annulled: "Anulada",
    expired: "Vencida",
    not_yet: "Todavía no empieza",
    blocked: "En revisión",
    replaced: "Reemplazada",
    draft: "Borrador",
  },
  fromFile: "De un archivo",
  issuedHere: "Emitida aquí",
  usedByCore: "Sistema de la entidad",
  payment: {
    open: "Sin legalizar",
    legalized: "Legalizado",
    invoiced: "Facturado",
    paid: "Pagado",
    objected: "Objetado",
  },
  claim: (kind: string) => `Reclamo en trámite: ${kind}`,
};
/** Filters as an address names them. */
export type Query = Readonly<Record<string, string>>;
export const filtersOf = (query: Query) => readFilters((param) => query[param]);
export const ask = (query: Query, sort: OrderSort = "newest", size = 25, place: ListPlace | null = null) => ({
  ...{ filters: filtersOf(query), sort, size, place },
});
/** Orders that only this test knows: bound to a NIT of their own. */
export async function makeOrders(count: number, state = "issued") {
  const nit = `8${someDigits(8)}`;
  const orders = [];
  for (let at = 0; at < count; at++) {
    const order = await makeOrder({ providerNit: nit, state, issuedIn: -at });
    await owner`update "order" set value = ${1000 * (at + 1)}, balance = ${state === "used" ? 0 : 1000 * (at + 1)}
      where id = ${order.id} and state <> 'used'`;
    orders.push(order);
  }
  return { nit, orders };
}
