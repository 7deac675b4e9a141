import { inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { orders } from "@/db/schema/order";

/** Whose data these orders hold: each with the kind and the sealed number of its affiliate's ID. */
export function listHoldersOf(db: Database, orderIds: readonly string[]) {
  return db
    .select({ id: orders.id, idKind: orders.affiliateIdKind, sealed: orders.affiliateIdSealed })
    .from(orders)
    .where(inArray(orders.id, [...orderIds]));
}

/** These people with their sealed numbers. */
export function listNumbersOf(db: Database, personIds: readonly string[]) {
  return db
    .select({
      id: persons.id,
      idKind: persons.idKind,
      idNumberPlain: persons.idNumberPlain,
      idNumberSealed: persons.idNumberSealed,
      mobilePlain: persons.mobilePlain,
      mobileSealed: persons.mobileSealed,
    })
    .from(persons)
    .where(inArray(persons.id, [...personIds]));
}
