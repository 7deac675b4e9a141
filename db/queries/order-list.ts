import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/domain/access";
import type { OrderFilters, SortWord } from "@/domain/order/list/schema";
import type { OrderStanding } from "./order-search";
import { containing } from "./request-queue";

type Row = {
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
  o.provider_nit, order_standing(o, null, now()) as standing`;

const toListed = (row: Row) => ({
  id: row.id,
  kindName: row.kind_name,
  number: row.number,
  affiliateNameSealed: row.affiliate_name_sealed,
  value: Number(row.value),
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  providerNit: row.provider_nit,
  standing: row.standing,
});
export type SealedListedOrder = ReturnType<typeof toListed>;

/** The only orders of rows there are. The id comes last, so that no two orders share a place. */
const sorts: Record<SortWord, SQL> = {
  fecha: sql`o.issued_on desc, o.id desc`,
  "fecha-antigua": sql`o.issued_on, o.id`,
  numero: sql`length(o.number_key), o.number_key, o.id`,
  "numero-mayor": sql`length(o.number_key) desc nulls last, o.number_key desc nulls last, o.id desc`,
  valor: sql`o.value, o.id`,
  "valor-mayor": sql`o.value desc, o.id desc`,
};

const today = sql`(now() at time zone 'America/Bogota')::date`;

/** order_standing() said backwards, so that a list need not ask it of each row; a test holds both together. */
const standings: Record<NonNullable<OrderFilters["standing"]>, SQL> = {
  current: sql`o.state in ('issued', 'delivered') and o.valid_until >= ${today} and o.issued_on <= ${today}`,
  expired: sql`o.state in ('issued', 'delivered') and o.valid_until < ${today}`,
  not_yet: sql`o.state in ('issued', 'delivered') and o.issued_on > ${today}`,
  used: sql`o.state = 'used'`,
  annulled: sql`o.state = 'annulled'`,
  draft: sql`o.state = 'draft'`,
  blocked: sql`o.state = 'blocked'`,
  replaced: sql`o.state = 'replaced'`,
};

const isPrinted = sql`exists (select from order_code c where c.order_id = o.id and c.prints > 0)`;

function wanted(filters: OrderFilters): SQL {
  const { kindCode, standing, issuedFrom, issuedTo, validFrom, validTo, valueFrom, valueTo } = filters;
  const { providerNit, office, origin, printed } = filters;
  const conditions = [
    kindCode === null ? undefined : sql`o.kind_code = ${kindCode}`,
    standing === null ? undefined : standings[standing],
    issuedFrom === null ? undefined : sql`o.issued_on >= ${issuedFrom}::date`,
    issuedTo === null ? undefined : sql`o.issued_on <= ${issuedTo}::date`,
    validFrom === null ? undefined : sql`o.valid_until >= ${validFrom}::date`,
    validTo === null ? undefined : sql`o.valid_until <= ${validTo}::date`,
    valueFrom === null ? undefined : sql`o.value >= ${valueFrom}::bigint`,
    valueTo === null ? undefined : sql`o.value <= ${valueTo}::bigint`,
    providerNit === null ? undefined : sql`o.provider_nit = ${providerNit}`,
    office === null ? undefined : sql`o.office ilike ${containing(office)}`,
    origin === null
      ? undefined
      : origin === "here"
        ? sql`o.drafted_by is not null`
        : sql`o.drafted_by is null`,
    printed === null ? undefined : printed ? isPrinted : sql`not ${isPrinted}`,
  ].filter((condition) => condition !== undefined);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

export type OrderTotals = { count: number; value: number; at: Date };

/** How many orders and what they are worth; the reading goes into the log. Null for who may not. */
export async function countOrders(
  db: Database,
  grant: Grant<"order.find"> | Grant<"order.export">,
  filters: OrderFilters,
  note: { action: "order.listed" | "order.exported"; ip: string; detail: Record<string, unknown> },
): Promise<OrderTotals | null> {
  const [row] = await db.execute<{ count: number; value: string; at: string | null }>(sql`
    select t.count, t.value::text as value, note_order_list(${grant.actor.personId}::uuid, ${note.action}, ${note.ip},
      t.count, ${JSON.stringify(note.detail)}::text::jsonb) as at
    from (select count(*)::int as count, coalesce(sum(o.value), 0) as value from "order" o
      where ${wanted(filters)}) t`);
  return row?.at ? { count: row.count, value: Number(row.value), at: new Date(row.at) } : null;
}

/** One page of orders; the first one is page 1. */
export async function listOrderPage(
  db: Database,
  filters: OrderFilters,
  { sort, size, page }: { sort: SortWord; size: number; page: number },
): Promise<SealedListedOrder[]> {
  const rows = await db.execute<Row>(sql`
    with page as materialized (select o.id from "order" o where ${wanted(filters)}
      order by ${sorts[sort]} limit ${size}::int offset ${(page - 1) * size}::int)
    select ${columns} from page join "order" o on o.id = page.id
    join order_kind k on k.code = o.kind_code order by ${sorts[sort]}`);
  return rows.map(toListed);
}

type ExportedRow = Row & {
  kind_code: string;
  affiliate_id_kind: string;
  affiliate_id_sealed: Buffer;
  concept: string;
  office: string;
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
  concept: row.concept,
  office: row.office,
  state: row.state,
  stateChangedAt: new Date(row.state_changed_at),
  balance: Number(row.balance),
  own: row.own,
  prints: row.prints,
});
export type ExportedOrder = ReturnType<typeof toExported>;

/** The orders after one of them, newest first: each batch is one short statement. */
export async function listOrdersAfter(
  db: Database,
  filters: OrderFilters,
  after: { issuedOn: string; id: string } | null,
  limit: number,
): Promise<ExportedOrder[]> {
  const rest = after ? sql`(o.issued_on, o.id) < (${after.issuedOn}::date, ${after.id}::uuid)` : sql`true`;
  const rows = await db.execute<ExportedRow>(sql`
    select ${columns}, o.kind_code, o.affiliate_id_kind, o.affiliate_id_sealed, o.concept, o.office, o.state,
      o.state_changed_at, o.balance, o.drafted_by is not null as own,
      coalesce(c.prints, 0) as prints
    from "order" o join order_kind k on k.code = o.kind_code left join order_code c on c.order_id = o.id
    where ${wanted(filters)} and ${rest} order by ${sorts.fecha} limit ${limit}::int`);
  return rows.map(toExported);
}
