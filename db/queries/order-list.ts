import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { containing } from "@/db/like";
import type { Grant } from "@/model/access";
import { nitReadings } from "@/model/identity/nit";
import { mapTexts, type OrderTexts } from "@/model/order-field";
import type { OrderFilters, OrderSort, OrderStanding } from "@/model/order-list";
import { selectTexts } from "./order-texts";

type Row = OrderTexts & {
  id: string;
  kind_name: string;
  number: string | null;
  affiliate_name_sealed: Buffer;
  value: string;
  issued_on: string;
  valid_until: string;
  provider_nit: string | null;
  standing: OrderStanding;
};

const columns = sql`o.id, k.name as kind_name, o.number, o.affiliate_name_sealed, o.value, o.issued_on, o.valid_until,
  o.provider_nit, ${selectTexts}, order_standing(o, null, now()) as standing`;

const toListed = (row: Row) => ({
  id: row.id,
  kindName: row.kind_name,
  number: row.number,
  affiliateNameSealed: row.affiliate_name_sealed,
  value: Number(row.value),
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  providerNit: row.provider_nit,
  ...mapTexts((name) => row[name]),
  standing: row.standing,
});
export type SealedListedOrder = ReturnType<typeof toListed>;

/** The only orders of rows there are. The id comes last, so that no two orders share a place. */
const sorts: Record<OrderSort, SQL> = {
  newest: sql`o.issued_on desc, o.id desc`,
  oldest: sql`o.issued_on, o.id`,
  number: sql`length(o.number_key), o.number_key, o.id`,
  number_down: sql`length(o.number_key) desc nulls last, o.number_key desc nulls last, o.id desc`,
  value: sql`o.value, o.id`,
  value_down: sql`o.value desc, o.id desc`,
};

const today = sql`bogota_today()`;
const begun = sql`o.issued_on <= ${today}`;
const notBegun = sql`o.issued_on > ${today}`;

/** order_standing() said backwards, so that a list need not ask it of each row; a test holds both together. */
const standings: Record<NonNullable<OrderFilters["standing"]>, SQL> = {
  current: sql`o.state in ('issued', 'delivered') and o.valid_until >= ${today} and ${begun}`,
  expired: sql`o.state in ('issued', 'delivered') and o.valid_until < ${today}`,
  not_yet: sql`o.state in ('issued', 'delivered') and ${notBegun}`,
  used: sql`o.state = 'used'`,
  annulled: sql`o.state = 'annulled'`,
  draft: sql`o.state = 'draft'`,
  blocked: sql`o.state = 'blocked'`,
  replaced: sql`o.state = 'replaced'`,
};

/** Asked row by row, in an index: of the few orders that are looked at, never of all that were printed. */
export const isPrinted = sql`coalesce((select true from order_code c where c.order_id = o.id and c.prints > 0), false)`;

/** So many orders a list looks at, however many there are: what it takes does not grow with the caja. */
export const LIST_REACH = 30_000;

const all = (conditions: (SQL | undefined)[]): SQL => {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length > 0 ? sql.join(present, sql` and `) : sql`true`;
};

/** What an index leads to in the order of the days. */
const days = ({ standing, issuedFrom, issuedTo }: OrderFilters) => [
  standing === "current" ? begun : standing === "not_yet" ? notBegun : undefined,
  issuedFrom === null ? undefined : sql`o.issued_on >= ${issuedFrom}::date`,
  issuedTo === null ? undefined : sql`o.issued_on <= ${issuedTo}::date`,
];

/** What is asked of each order that was reached. */
function wanted(filters: OrderFilters): SQL {
  const { kindCode, standing, validFrom, validTo, valueFrom, valueTo } = filters;
  const { providerNit, office, origin, printed } = filters;
  return all([
    ...days(filters),
    kindCode === null ? undefined : sql`o.kind_code = ${kindCode}`,
    standing === null ? undefined : standings[standing],
    validFrom === null ? undefined : sql`o.valid_until >= ${validFrom}::date`,
    validTo === null ? undefined : sql`o.valid_until <= ${validTo}::date`,
    valueFrom === null ? undefined : sql`o.value >= ${valueFrom}::bigint`,
    valueTo === null ? undefined : sql`o.value <= ${valueTo}::bigint`,
    providerNit === null
      ? undefined
      : sql`o.provider_nit in (${sql.join(
          nitReadings(providerNit).map((nit) => sql`${nit}`),
          sql`, `,
        )})`,
    office === null ? undefined : sql`o.office ilike ${containing(office)}`,
    origin === null
      ? undefined
      : origin === "here"
        ? sql`o.drafted_by is not null`
        : sql`o.drafted_by is null`,
    printed === null ? undefined : printed ? isPrinted : sql`not ${isPrinted}`,
  ]);
}

/** States of an order in which it can stand so. */
const statesOf = (standing: OrderFilters["standing"]): readonly string[] | null =>
  standing === null
    ? null
    : standing === "current" || standing === "expired" || standing === "not_yet"
      ? ["issued", "delivered"]
      : [standing];

/**
 * The newest orders (or the oldest) that an index knows of: of a provider, else of a state, within the days. What
 * else is asked is asked of these, so that a filter that leaves almost nothing never reads all orders.
 */
function reached(filters: OrderFilters, oldestFirst: boolean, limit: number): SQL {
  const way = oldestFirst ? sql`o.issued_on, o.id` : sql`o.issued_on desc, o.id desc`;
  const from = (condition: SQL) => sql`(select o.* from "order" o where ${all([condition, ...days(filters)])}
    order by ${way} limit ${limit}::int)`;
  if (filters.providerNit !== null) return from(sql`o.provider_nit = ${filters.providerNit}`);
  const states = statesOf(filters.standing);
  if (states === null) return from(sql`true`);
  const each = states.map((state) => from(sql`o.state = ${state}`));
  return sql`(select o.* from (${sql.join(each, sql` union all `)}) o order by ${way} limit ${limit}::int)`;
}

export type OrderTotals = {
  count: number;
  value: number;
  /** As many were looked at as a list looks at: beyond there may be more. */
  more: boolean;
  at: Date;
};

/** How many orders within reach and what they are worth; the reading goes into the log. Null for who may not. */
export async function countOrders(
  db: Database,
  grant: Grant<"order.find"> | Grant<"order.export">,
  filters: OrderFilters,
  note: {
    action: "order.listed" | "order.exported";
    oldestFirst?: boolean;
    ip: string;
    detail: Record<string, unknown>;
  },
): Promise<OrderTotals | null> {
  const [row] = await db.execute<{ count: number; value: string; more: boolean; at: string | null }>(sql`
    select t.count, t.value::text as value, t.more, note_order_list(${grant.actor.personId}::uuid, ${note.action},
      ${note.ip}, t.count, ${JSON.stringify(note.detail)}::text::jsonb || case when t.more then '{"more": true}' else '{}' end::jsonb)
      as at
    from (select count(*) filter (where l.fits)::int as count,
        coalesce(sum(l.value) filter (where l.fits), 0) as value, count(*) = ${LIST_REACH} as more
      from (select o.value, ${wanted(filters)} as fits
        from ${reached(filters, note.oldestFirst ?? false, LIST_REACH)} o
        offset 0 -- or else each sum would ask of every order anew
      ) l) t`);
  return row?.at
    ? { count: row.count, value: Number(row.value), more: row.more, at: new Date(row.at) }
    : null;
}

/** One page of the orders within reach; the first one is page 1. */
export async function listOrderPage(
  db: Database,
  filters: OrderFilters,
  { sort, size, page }: { sort: OrderSort; size: number; page: number },
): Promise<SealedListedOrder[]> {
  const rows = await db.execute<Row>(sql`
    with page as materialized (
      select o.id from ${reached(filters, sort === "oldest", LIST_REACH)} o where ${wanted(filters)}
      order by ${sorts[sort]} limit ${size}::int offset ${(page - 1) * size}::int)
    select ${columns} from page join "order" o on o.id = page.id
    join order_kind k on k.code = o.kind_code order by ${sorts[sort]}`);
  return rows.map(toListed);
}

type ExportedRow = Row & {
  kind_code: string;
  affiliate_id_kind: string;
  affiliate_id_sealed: Buffer;
  state: string;
  state_changed_at: string;
  balance: string;
  own: boolean;
  prints: number;
};

const toExported = (row: ExportedRow) => ({
  ...toListed(row),
  kindCode: row.kind_code,
  affiliateIdKind: row.affiliate_id_kind,
  affiliateIdSealed: row.affiliate_id_sealed,
  state: row.state,
  stateChangedAt: new Date(row.state_changed_at),
  balance: Number(row.balance),
  own: row.own,
  prints: row.prints,
});
export type ExportedOrder = ReturnType<typeof toExported>;

export type OrderPlace = { issuedOn: string; id: string };

/**
 * The orders that come after a place, newest first, as far as `reach` orders go; `end` is where the next ones begin,
 * null when these were the last. Each batch is one short statement, whatever the filters leave.
 */
export async function listOrdersAfter(
  db: Database,
  filters: OrderFilters,
  after: OrderPlace | null,
  reach: number,
): Promise<{ orders: ExportedOrder[]; end: OrderPlace | null }> {
  const { providerNit } = filters;
  const rest = after ? sql`(o.issued_on, o.id) < (${after.issuedOn}::date, ${after.id}::uuid)` : undefined;
  const walked = all([
    providerNit === null ? undefined : sql`o.provider_nit = ${providerNit}`,
    ...days(filters),
    rest,
  ]);
  const [end] = await db.execute<{ issued_on: string; id: string }>(sql`
    select o.issued_on::text as issued_on, o.id from "order" o where ${walked}
    order by ${sorts.newest} limit 1 offset ${reach - 1}::int`);
  const bound = end ? sql`(o.issued_on, o.id) >= (${end.issued_on}::date, ${end.id}::uuid)` : undefined;
  const rows = await db.execute<ExportedRow>(sql`
    select ${columns}, o.kind_code, o.affiliate_id_kind, o.affiliate_id_sealed, o.state,
      o.state_changed_at, o.balance, o.drafted_by is not null as own,
      coalesce((select c.prints from order_code c where c.order_id = o.id), 0) as prints
    from "order" o join order_kind k on k.code = o.kind_code
    where ${all([wanted(filters), rest, bound])} order by ${sorts.newest}`);
  return { orders: rows.map(toExported), end: end ? { issuedOn: end.issued_on, id: end.id } : null };
}
