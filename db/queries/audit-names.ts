import { inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { lookups } from "@/db/schema/lookup";
import { orders } from "@/db/schema/order";
import { providers } from "@/db/schema/provider";
import { requests } from "@/db/schema/request";
import { orderUses } from "@/db/schema/use";

/** Names of what the lines of the log are about, by id. */
export type AuditNames = Awaited<ReturnType<typeof findAuditNames>>;

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

/** Reads the names of all things with these ids, whatever each is. */
export async function findAuditNames(db: Database, mentioned: readonly string[]) {
  const ids = [...new Set(mentioned)];
  const [people, companies, questions, used, filed] = await Promise.all([
    db
      .select({ id: persons.id, name: persons.name, cajaRole: persons.cajaRole })
      .from(persons)
      .where(inArray(persons.id, ids)),
    db
      .select({ id: providers.id, name: providers.legalName })
      .from(providers)
      .where(inArray(providers.id, ids)),
    db
      .select({ id: lookups.id, orderId: lookups.orderId, numberTyped: lookups.numberTyped })
      .from(lookups)
      .where(inArray(lookups.id, ids)),
    db
      .select({ id: orderUses.id, orderId: orderUses.orderId, serial: orderUses.serial, at: orderUses.at })
      .from(orderUses)
      .where(inArray(orderUses.id, ids)),
    db
      .select({ id: requests.id, number: requests.filingNumber })
      .from(requests)
      .where(inArray(requests.id, ids)),
  ]);
  const orderIds = [...ids, ...[...questions, ...used].flatMap(({ orderId }) => orderId ?? [])];
  const found = await db
    .select({ id: orders.id, number: orders.number })
    .from(orders)
    .where(inArray(orders.id, [...new Set(orderIds)]));
  return {
    persons: byId(people),
    providers: byId(companies),
    lookups: byId(questions),
    uses: byId(used),
    requests: byId(filed),
    orders: byId(found),
  };
}
