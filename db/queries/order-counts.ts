import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/order";
import { type OrderFilters, type OrderTab, setOrderFilters } from "@/model/order-list";
import { LIST_REACH, reached } from "./order-filters";

/** A tab counts up to here and says that there are more. */
export const COUNTED = 10_000;
const MORE = COUNTED + 1;

export type TabCounts = Record<OrderTab, number>;

/**
 * How many orders each tab of the list has, up to one more than COUNTED. Null where the other filters leave no way to
 * count them fast: no number is better than one that is not right.
 */
export async function countTabs(db: Database, filters: OrderFilters): Promise<TabCounts | null> {
  const others = Object.keys(setOrderFilters({ ...filters, standing: null, providerNit: null }));
  if (others.length > 0) return null;
  return filters.providerNit === null ? countAll(db) : countOfProvider(db, filters);
}

const today = sql`bogota_today()`;
const inForce = inArray(orders.state, ["issued", "delivered"]);

/** Each count is a range of an index that holds all that is asked, and ends at its limit. */
async function countAll(db: Database): Promise<TabCounts | null> {
  const upTo = (condition: SQL | undefined, limit = MORE) =>
    sql<number>`(select count(*)::int from (select from ${orders} where ${condition} limit ${limit}) found)`;
  const [row] = await db
    .select({
      notBegun: upTo(and(inForce, sql`${orders.issuedOn} > ${today}`)),
      // Those that have not begun are among these, and are not in force yet.
      open: upTo(and(inForce, gte(orders.validUntil, today)), 2 * MORE),
      expired: upTo(and(inForce, lt(orders.validUntil, today))),
      used: upTo(eq(orders.state, "used")),
      annulled: upTo(eq(orders.state, "annulled")),
      blocked: upTo(eq(orders.state, "blocked")),
    })
    .from(sql`(select) one`);
  if (!row || row.notBegun > COUNTED) return null;
  const { notBegun, open, ...counts } = row;
  return { current: Math.min(open - notBegun, MORE), ...counts };
}

/** The orders that a provider alone may take, in one pass over its index. */
async function countOfProvider(db: Database, filters: OrderFilters): Promise<TabCounts | null> {
  const each = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const open = sql`${inForce} and ${orders.validUntil} >= ${today}`;
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      current: each(sql`${open} and ${orders.issuedOn} <= ${today}`),
      expired: each(sql`${inForce} and ${orders.validUntil} < ${today}`),
      used: each(sql`${orders.state} = 'used'`),
      annulled: each(sql`${orders.state} = 'annulled'`),
      blocked: each(sql`${orders.state} = 'blocked'`),
    })
    .from(reached(db, { ...filters, standing: null }, false));
  if (!row || row.all >= LIST_REACH) return null;
  const { all: _, ...counts } = row;
  return counts;
}
