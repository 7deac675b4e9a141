import {
  and,
  asc,
  type Column,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { containing } from "@/db/like";
import { orders } from "@/db/schema/order";
import { nitReadings } from "@/model/identity/nit";
import type { ListPlace, OrderFilters, OrderSort } from "@/model/order-list";

/** The keys of each sorting, all in one direction. The id is the last key, so that positions are unique. */
const ways: Record<OrderSort, { keys: readonly (Column | SQL)[]; down: boolean }> = {
  newest: { keys: [orders.issuedOn, orders.id], down: true },
  oldest: { keys: [orders.issuedOn, orders.id], down: false },
  // A draft has no number and comes last either way.
  number: { keys: numberKeys(sql`10000`), down: false },
  number_down: { keys: numberKeys(sql`-1`), down: true },
  value: { keys: [orders.value, orders.id], down: false },
  value_down: { keys: [orders.value, orders.id], down: true },
  until: { keys: [orders.validUntil, orders.id], down: false },
  until_down: { keys: [orders.validUntil, orders.id], down: true },
};

function numberKeys(none: SQL) {
  return [
    sql`coalesce(length(${orders.numberKey}), ${none})`,
    sql`coalesce(${orders.numberKey}, '')`,
    orders.id,
  ];
}

/** The only orders of rows there are; `back` is the same one from its end. */
export function sorted(sort: OrderSort, back = false): SQL[] {
  const { keys, down } = ways[sort];
  return keys.map((key) => (down === back ? asc(key) : desc(key)));
}

/** Whether an order comes after this one, or before it, as the list is sorted; neither is true of itself. */
export function beyond(sort: OrderSort, place: ListPlace): SQL {
  const { keys, down } = ways[sort];
  const row = sql.join([...keys], sql`, `);
  const after = "after" in place;
  const id = after ? place.after : place.before;
  // Inside, the name is the table's own again.
  const there = sql`(select ${row} from ${orders} where ${orders.id} = ${id})`;
  return after === down ? sql`(${row}) < ${there}` : sql`(${row}) > ${there}`;
}

const today = sql`bogota_today()`;
const begun = lte(orders.issuedOn, today);
const notBegun = sql`${orders.issuedOn} > ${today}`;
const inForce = inArray(orders.state, ["issued", "delivered"]);

/**
 * order_standing() as conditions on columns, so that a list need not call it for each row; a test compares
 * both.
 */
const standings: Record<NonNullable<OrderFilters["standing"]>, SQL | undefined> = {
  current: and(inForce, gte(orders.validUntil, today), begun),
  expired: and(inForce, sql`${orders.validUntil} < ${today}`),
  not_yet: and(inForce, notBegun),
  used: eq(orders.state, "used"),
  annulled: eq(orders.state, "annulled"),
  draft: eq(orders.state, "draft"),
  blocked: eq(orders.state, "blocked"),
  replaced: eq(orders.state, "replaced"),
};

/** Evaluated per row through an index, for the few orders of the list and not for all printed ones. */
export const isPrinted = sql`coalesce((select true from order_code c where c.order_id = ${orders.id} and c.prints > 0), false)`;

/** Maximum number of orders that a list scans, so that its cost does not grow with their number. */
export const LIST_REACH = 30_000;

/** The condition of a filter; none when the filter is not set. */
export const whenSet = <Value>(value: Value | null, condition: (value: Value) => SQL | undefined) =>
  value === null ? undefined : condition(value);

/** Filters that an index by day covers. */
export const days = ({ standing, issuedFrom, issuedTo }: OrderFilters) => [
  standing === "current" ? begun : standing === "not_yet" ? notBegun : undefined,
  whenSet(issuedFrom, (day) => gte(orders.issuedOn, day)),
  whenSet(issuedTo, (day) => lte(orders.issuedOn, day)),
];

/** Conditions on each scanned order. */
export const wanted = (filters: OrderFilters) =>
  and(
    ...days(filters),
    whenSet(filters.kindCode, (code) => eq(orders.kindCode, code)),
    whenSet(filters.standing, (standing) => standings[standing]),
    whenSet(filters.validFrom, (day) => gte(orders.validUntil, day)),
    whenSet(filters.validTo, (day) => lte(orders.validUntil, day)),
    whenSet(filters.valueFrom, (value) => gte(orders.value, value)),
    whenSet(filters.valueTo, (value) => lte(orders.value, value)),
    whenSet(filters.providerNit, (nit) => inArray(orders.providerNit, nitReadings(nit))),
    whenSet(filters.office, (office) => sql`${orders.office} ilike ${containing(office)}`),
    whenSet(filters.origin, (origin) =>
      origin === "here" ? isNotNull(orders.draftedBy) : isNull(orders.draftedBy),
    ),
    whenSet(filters.printed, (printed) => (printed ? isPrinted : sql`not ${isPrinted}`)),
  );

type State = (typeof orders.state.enumValues)[number];

/** States that an order can have with this standing. */
const statesOf = (standing: OrderFilters["standing"]): State[] =>
  standing === null
    ? []
    : standing === "current" || standing === "expired" || standing === "not_yet"
      ? ["issued", "delivered"]
      : [standing];

/**
 * The newest (or oldest) orders by an index: of a provider, else of a state, within the days. Other filters
 * apply to these only, so that a selective filter never scans all orders. Named like the table, so that the
 * same conditions apply.
 */
export function reached(db: Database, filters: OrderFilters, oldestFirst: boolean) {
  const { providerNit: nit, standing } = filters;
  const parts = nit === null ? statesOf(standing).map((state) => eq(orders.state, state)) : ofProvider(nit);
  return firstOf(db, parts, {
    within: and(...days(filters)),
    way: sorted(oldestFirst ? "oldest" : "newest"),
    limit: LIST_REACH,
  });
}

/** A condition for each NIT that was meant (`nitReadings`): no order has two of them. */
export const ofProvider = (nit: string): SQL[] =>
  nitReadings(nit).map((reading) => eq(orders.providerNit, reading));

/**
 * The first orders of some parts that have none in common, or of all without parts: of each part by its index, since
 * no index is sorted over several. Named like the table.
 */
export function firstOf(
  db: Database,
  parts: readonly SQL[],
  { within, way, limit }: { within: SQL | undefined; way: SQL[]; limit: number },
) {
  const from = (part?: SQL) =>
    db
      .select()
      .from(orders)
      .where(and(part, within))
      .orderBy(...way)
      .limit(limit);
  const [one, second, ...more] = parts.map(from);
  if (!one || !second) return (one ?? from()).as("order");
  return db
    .select()
    .from(unionAll(one, second, ...more).as("order"))
    .orderBy(...way)
    .limit(limit)
    .as("order");
}
