import { and, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/order";
import { agreements } from "@/db/schema/provider";

/** The stored convenios among these numbers. */
export function findAgreements(db: Database, numbers: readonly string[]) {
  return db
    .select({
      number: agreements.number,
      nit: agreements.nit,
      checkDigit: agreements.checkDigit,
      legalName: agreements.legalName,
      email: agreements.email,
      phone: agreements.phone,
      municipality: agreements.municipality,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
    })
    .from(agreements)
    .where(inArray(agreements.number, [...numbers]));
}

/** The orders in force that only these NITs may take: how many, and the first of them. */
export async function findBoundOrders(db: Database, nits: readonly string[]) {
  const rows = await db
    .select({
      nit: sql<string>`${orders.providerNit}`,
      orders: sql<number>`count(*)::int`,
      numbers: sql<string[]>`(array_agg(${orders.kindCode} || ' ' || ${orders.number}
        order by ${orders.kindCode}, ${orders.number}))[1:20]`,
    })
    .from(orders)
    .where(
      and(inArray(orders.providerNit, [...nits]), inArray(orders.state, ["issued", "delivered", "blocked"])),
    )
    .groupBy(orders.providerNit);
  return rows;
}
