import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { containing } from "@/db/like";
import { orders } from "@/db/schema/order";
import { nitReadings } from "@/model/identity/nit";
import type { OrderFilters, OrderSort } from "@/model/order-list";

/** The only orders of rows there are. The id comes last, so that no two orders share a place. */
export const sorts: Record<OrderSort, SQL[]> = {
  newest: [desc(orders.issuedOn), desc(orders.id)],
  oldest: [asc(orders.issuedOn), asc(orders.id)],
  number: [sql`length(${orders.numberKey})`, asc(orders.numberKey), asc(orders.id)],
  number_down: [
    sql`length(${orders.numberKey}) desc nulls last`,
    sql`${orders.numberKey} desc nulls last`,
    desc(orders.id),
  ],
  value: [asc(orders.value), asc(orders.id)],
  value_down: [desc(orders.value), desc(orders.id)],
};

const today = sql`bogota_today()`;
const begun = lte(orders.issuedOn, today);
const notBegun = sql`${orders.issuedOn} > ${today}`;
const inForce = inArray(orders.state, ["issued", "delivered"]);

/** order_standing() said backwards, so that a list need not ask it of each row; a test holds both together. */
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

/** Asked row by row, in an index: of the few orders that are looked at, never of all that were printed. */
export const isPrinted = sql`coalesce((select true from order_code c where c.order_id = ${orders.id} and c.prints > 0), false)`;

/** So many orders a list looks at, however many there are: what it takes does not grow with the caja. */
export const LIST_REACH = 30_000;

/** The condition of a filter; none when the filter is not set. */
export const whenSet = <Value>(value: Value | null, condition: (value: Value) => SQL | undefined) =>
  value === null ? undefined : condition(value);

/** What an index leads to in the order of the days. */
export const days = ({ standing, issuedFrom, issuedTo }: OrderFilters) => [
  standing === "current" ? begun : standing === "not_yet" ? notBegun : undefined,
  whenSet(issuedFrom, (day) => gte(orders.issuedOn, day)),
  whenSet(issuedTo, (day) => lte(orders.issuedOn, day)),
];

/** The conditions that each order within reach must meet. */
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

/** States of an order in which it can stand so. */
const statesOf = (standing: OrderFilters["standing"]): State[] =>
  standing === null
    ? []
    : standing === "current" || standing === "expired" || standing === "not_yet"
      ? ["issued", "delivered"]
      : [standing];

/**
 * The newest orders (or the oldest) that an index knows of: of a provider, else of a state, within the days. What
 * else is asked is asked of these, so that a filter that leaves almost nothing never reads all orders. Its name is
 * that of the table, so that the same conditions are asked of either.
 */
export function reached(db: Database, filters: OrderFilters, oldestFirst: boolean) {
  const way = oldestFirst ? sorts.oldest : sorts.newest;
  const from = (condition: SQL | undefined) =>
    db
      .select()
      .from(orders)
      .where(and(condition, ...days(filters)))
      .orderBy(...way)
      .limit(LIST_REACH);
  const { providerNit: nit } = filters;
  const [first, ...others] = nit === null ? statesOf(filters.standing) : [];
  const one =
    nit === null ? whenSet(first ?? null, (state) => eq(orders.state, state)) : eq(orders.providerNit, nit);
  const [second] = others.map((state) => from(eq(orders.state, state)));
  if (!second) return from(one).as("order");
  const both = unionAll(from(one), second).as("order");
  return db
    .select()
    .from(both)
    .orderBy(...way)
    .limit(LIST_REACH)
    .as("order");
}
