import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { lookups } from "@/db/schema/lookup";
import { orders } from "@/db/schema/order";
import { providers } from "@/db/schema/provider";
import type { Grant } from "@/model/access";
import { mapTexts, type OrderTexts } from "@/model/order-field";
import type { OrderStanding } from "@/model/order-list";
import type { OrderState } from "@/model/order-state";
import { selectTexts } from "./order-texts";

type Row = OrderTexts & {
  id: string;
  kind_code: string;
  kind_name: string;
  number: string | null;
  affiliate_id_kind: string;
  affiliate_id_sealed: Buffer;
  affiliate_name_sealed: Buffer;
  value: string;
  balance: string;
  issued_on: string;
  valid_until: string;
  provider_nit: string | null;
  state: OrderState;
  standing: OrderStanding;
  expired: boolean;
  drafted_by: string | null;
  drafter: string | null;
  approval_asked_at: string | null;
  by_core: boolean;
  core_said: "annulled" | "used" | null;
  replaced_by: string | null;
  replaces: string | null;
  version: string;
  state_changed_at: string;
  created_at: string;
  updated_at: string;
};

const columns = sql`o.id, o.kind_code, k.name as kind_name, o.number, o.affiliate_id_kind, o.affiliate_id_sealed,
  o.affiliate_name_sealed, o.value, o.balance, ${selectTexts}, o.issued_on, o.valid_until, o.provider_nit,
  o.state, order_standing(o, null, now()) as standing, is_past(o) as expired, o.drafted_by,
  (select p.name from person p where p.id = o.drafted_by) as drafter, o.approval_asked_at,
  is_core_state(o) as by_core, o.core_said, o.replaced_by, (select lost.id from "order" lost where lost.replaced_by = o.id) as replaces,
  caja_version(o.updated_at) as version, o.state_changed_at, o.created_at, o.updated_at`;

const toOrder = (row: Row) => ({
  id: row.id,
  kindCode: row.kind_code,
  kindName: row.kind_name,
  number: row.number,
  affiliateIdKind: row.affiliate_id_kind,
  affiliateIdSealed: row.affiliate_id_sealed,
  affiliateNameSealed: row.affiliate_name_sealed,
  value: Number(row.value),
  balance: Number(row.balance),
  ...mapTexts((name) => row[name]),
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  providerNit: row.provider_nit,
  state: row.state,
  standing: row.standing,
  expired: row.expired,
  draftedBy: row.drafted_by,
  drafter: row.drafter,
  approvalAskedAt: row.approval_asked_at ? new Date(row.approval_asked_at) : null,
  waiting: row.state === "draft" && row.approval_asked_at !== null,
  byCore: row.by_core,
  coreSaid: row.core_said,
  replacedBy: row.replaced_by,
  replaces: row.replaces,
  version: row.version,
  stateChangedAt: new Date(row.state_changed_at),
  createdAt: new Date(row.created_at),
  updatedAt: new Date(row.updated_at),
});
export type SealedOrder = ReturnType<typeof toOrder>;

/** Orders of a number or of an affiliate, newest first; the search itself goes into the log. */
export async function searchOrders(
  db: Database,
  grant: Grant<"order.find">,
  search: { kindCode: string | null; numberKeys: string[]; idIndexes: Buffer[]; limit: number; ip: string },
): Promise<SealedOrder[]> {
  const ids = search.idIndexes.map((bytes) => bytes.toString("hex"));
  const rows = await db.execute<Row>(sql`select ${columns}
    from search_orders(${grant.actor.personId}::uuid, ${search.kindCode}, ${search.numberKeys.at(-1) ?? ""},
      ${search.idIndexes.at(-1) ?? Buffer.alloc(0)}, ${search.limit}, ${search.ip},
      ${JSON.stringify({ numbers: search.numberKeys, ids })}::text::jsonb) found
    join "order" o on o.id = found.order_id join lateral rules_of(o) k on true
    order by o.issued_on desc, o.number_key`);
  return rows.map(toOrder);
}

/** One order, and a line in the log that the grant's person looked at it. */
export async function viewOrder(db: Database, grant: Grant<"order.find">, id: string, ip: string) {
  const [row] = await db.execute<Row>(sql`select ${columns}
    from view_order(${id}::uuid, ${grant.actor.personId}::uuid, ${ip}) seen
    join "order" o on o.id = seen.order_id join lateral rules_of(o) k on true`);
  return row ? toOrder(row) : null;
}

/** What the kind's rule looks at, of an order or a draft; nothing of the affiliate. */
export async function findOrderDates(db: Database, id: string) {
  const [row] = await db
    .select({
      kindCode: orders.kindCode,
      value: orders.value,
      providerNit: orders.providerNit,
      issuedOn: orders.issuedOn,
      validUntil: orders.validUntil,
    })
    .from(orders)
    .where(eq(orders.id, id));
  return row ?? null;
}

/** What an order is today, without regard to a provider, and whether it was delivered; null when there is none. */
export async function findStanding(db: Database, id: string): Promise<OrderStanding | "delivered" | null> {
  const [row] = await db.execute<{ standing: OrderStanding | "delivered" }>(sql`
    select case when s.standing = 'current' and o.state = 'delivered' then 'delivered' else s.standing end as standing
    from "order" o, lateral (select order_standing(o, null, now()) as standing) s where o.id = ${id}::uuid`);
  return row?.standing ?? null;
}

/** What must be sealed anew for the order that replaces this one. */
export async function findSealedOrder(db: Database, id: string) {
  const [row] = await db
    .select({
      affiliateIdSealed: orders.affiliateIdSealed,
      affiliateNameSealed: orders.affiliateNameSealed,
      version: sql<string>`caja_version(${orders.updatedAt})`,
    })
    .from(orders)
    .where(eq(orders.id, id));
  return row ?? null;
}

/** The questions that met this order, newest first. */
export async function listLookupsOf(db: Database, orderId: string, limit: number) {
  return db
    .select({
      id: lookups.id,
      askedAt: lookups.askedAt,
      outcome: lookups.outcome,
      provider: providers.legalName,
      person: persons.name,
    })
    .from(lookups)
    .innerJoin(providers, eq(providers.id, lookups.providerId))
    .innerJoin(persons, eq(persons.id, lookups.personId))
    .where(eq(lookups.orderId, orderId))
    .orderBy(desc(lookups.askedAt))
    .limit(limit);
}
