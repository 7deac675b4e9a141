import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { containing } from "@/db/like";
import { orders } from "@/db/schema/order";
import { nitReadings } from "@/model/identity/nit";
import type { OrderFilters, OrderSort } from "@/model/order-list";

/** The possible sortings. The id is the last key, so that positions are unique. */
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
