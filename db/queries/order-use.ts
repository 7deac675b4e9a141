import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { branches, counters } from "@/db/schema/branch";
import { orders } from "@/db/schema/order";
import { providers } from "@/db/schema/provider";
import { settlements } from "@/db/schema/settlement";
import { orderUses } from "@/db/schema/use";

export type UseOfOrder = Awaited<ReturnType<typeof listUsesOf>>[number];

/** What stands of the uses of these orders, oldest first, each with how far it is from being paid. */
export function listUsesOf(db: Database, orderIds: readonly string[]) {
  const undo = alias(orderUses, "undo");
  return db
    .select({
      id: orderUses.id,
      orderId: orderUses.orderId,
      serial: orderUses.serial,
      at: orderUses.at,
      amount: orderUses.amount,
      /** Of a use of the core: its day, where the file said one. */
      coreUsedOn: orders.coreUsedOn,
      /** Null: the core used it, and `at` is when its file came. */
      provider: { id: providers.id, name: providers.legalName, nit: providers.nit },
      person: persons.name,
      branch: branches.name,
      counter: counters.name,
      /** The provider's own invoice to the affiliate, if it gave one. */
      saleInvoice: orderUses.invoice,
      state: settlements.state,
      /** The invoice that charges the use. */
      invoice: settlements.invoice,
    })
    .from(orderUses)
    .innerJoin(orders, eq(orders.id, orderUses.orderId))
    .leftJoin(undo, eq(undo.undoes, orderUses.id))
    .leftJoin(providers, eq(providers.id, orderUses.providerId))
    .leftJoin(persons, eq(persons.id, orderUses.personId))
    .leftJoin(counters, eq(counters.id, orderUses.counterId))
    .leftJoin(branches, eq(branches.id, counters.branchId))
    .leftJoin(settlements, eq(settlements.useId, orderUses.id))
    .where(and(inArray(orderUses.orderId, [...orderIds]), eq(orderUses.kind, "use"), isNull(undo.id)))
    .orderBy(asc(orderUses.at), asc(orderUses.serial));
}
