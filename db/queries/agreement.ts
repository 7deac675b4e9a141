import { and, asc, desc, eq, gte, ilike, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { containing, nitPatterns, wordsIn } from "@/db/like";
import { agreements } from "@/db/schema/provider";
import type { Grant } from "@/model/access";
import type { ListPlace } from "@/model/order-list";

export const agreementTabs = ["all", "in30", "in90", "ended"] as const;
export type AgreementTab = (typeof agreementTabs)[number];

const today = sql`bogota_today()`;
/** Nothing goes on after it: its end is the end of the company's work. */
const last = sql`not is_agreement_followed(${agreements})`;
const endsWithin = (days: number) =>
  and(gte(agreements.endsOn, today), lte(agreements.endsOn, sql`${today} + ${days}::int`), last);

const conditions: Record<AgreementTab, SQL | undefined> = {
  all: undefined,
  in30: endsWithin(30),
  in90: endsWithin(90),
  ended: and(lt(agreements.endsOn, today), last),
};

const columns = {
  id: agreements.id,
  number: agreements.number,
  nit: agreements.nit,
  checkDigit: agreements.checkDigit,
  legalName: agreements.legalName,
  email: agreements.email,
  startsOn: agreements.startsOn,
  endsOn: agreements.endsOn,
  version: sql<string>`caja_version(${agreements.updatedAt})`,
  /** Days until its end, below zero after it. */
  daysLeft: sql<number>`${agreements.endsOn} - ${today}`,
  begun: sql<boolean>`${agreements.startsOn} <= ${today}`,
};

/** The ways to sort the list: by the end, the company's name or the number, each from below or from above. */
export const agreementSorts = [
  "ends",
  "ends_down",
  "company",
  "company_down",
  "number",
  "number_down",
] as const;
export type AgreementSort = (typeof agreementSorts)[number];

const anchor = alias(agreements, "anchor");
type Table = typeof agreements | typeof anchor;
const keys: Record<"ends" | "company" | "number", (table: Table) => SQL> = {
  ends: (table) => sql`${table.endsOn}`,
  company: (table) => sql`plain_words(${table.legalName})`,
  number: (table) => sql`${table.number}`,
};

function sortOf(sort: AgreementSort) {
  const isDown = sort.endsWith("_down");
  const keyOf = keys[sort.replace("_down", "") as keyof typeof keys];
  const key = keyOf(agreements);
  const place = sql`(${key}, ${agreements.number})`;
  const ofAnchor = (id: string) =>
    sql`(select ${keyOf(anchor)}, ${anchor.number} from ${agreements} anchor where ${anchor.id} = ${id}::uuid)`;
  const comesAfter = (id: string) =>
    isDown ? sql`${place} < ${ofAnchor(id)}` : sql`${place} > ${ofAnchor(id)}`;
  const comesBefore = (id: string) =>
    isDown ? sql`${place} > ${ofAnchor(id)}` : sql`${place} < ${ofAnchor(id)}`;
  const inOrder = (backwards: boolean) =>
    isDown === backwards ? [asc(key), asc(agreements.number)] : [desc(key), desc(agreements.number)];
  return { comesAfter, comesBefore, inOrder };
}

type ListFilter = { tab: AgreementTab; query: string; sort: AgreementSort };
export type ListedAgreement = Awaited<ReturnType<typeof listAgreements>>["rows"][number];

/**
 * A page of convenios that begins after one, or ends before one, with the company's account and the orders in force that
 * hang on each, as the list of orders counts them; `passed` is how many come before the page, `count` how many there are.
 */
export async function listAgreements(
  db: Database,
  { limit, place, ...filter }: ListFilter & { limit: number; place: ListPlace | null },
) {
  const [found, count] = await Promise.all([
    readPage(db, filter, limit, place),
    countFoundAgreements(db, filter),
  ]);
  // A place that is no longer there leads to the first page.
  const rows = found.length === 0 && place ? await readPage(db, filter, limit, null) : found;
  const first = rows[0];
  const passed = first ? await countFoundAgreements(db, filter, first.id) : 0;
  return { rows, count, passed };
}

async function readPage(
  db: Database,
  { tab, query, sort }: ListFilter,
  limit: number,
  place: ListPlace | null,
) {
  const { comesAfter, comesBefore, inOrder } = sortOf(sort);
  const backwards = place !== null && "before" in place;
  const from = place && ("after" in place ? comesAfter(place.after) : comesBefore(place.before));
  const page = db
    .select()
    .from(agreements)
    .where(and(conditions[tab], matches(query), from ?? undefined))
    .orderBy(...inOrder(backwards))
    .limit(limit)
    .as("agreement");
  const bound = sql`(select count(*)::int as orders, coalesce(sum(o.balance), 0)::bigint as amount from "order" o
    where o.provider_nit = ${agreements.nit} and o.state in ('issued', 'delivered') and o.valid_until >= ${today}
      and o.issued_on <= ${today}) bound`;
  // Of several that registered with one NIT, one can be approved.
  const account = sql`(select v.id, v.approved_at is not null as approved from provider v
    where v.nit = ${agreements.nit} order by v.approved_at is null, v.created_at limit 1) account`;
  return db
    .select({
      ...columns,
      followed: sql<boolean>`is_agreement_followed(${agreements})`,
      providerId: sql<string | null>`account.id`,
      approved: sql<boolean>`coalesce(account.approved, false)`,
      orders: sql<number>`bound.orders`,
      amount: sql`bound.amount`.mapWith(Number),
    })
    .from(page)
    .innerJoinLateral(bound, sql`true`)
    .leftJoinLateral(account, sql`true`)
    .orderBy(...inOrder(false));
}

/** How many there are of each kind. */
export async function countAgreements(db: Database): Promise<Record<AgreementTab, number>> {
  const count = (condition: SQL | undefined) =>
    sql`count(*) filter (where ${condition ?? sql`true`})`.mapWith(Number);
  const [row] = await db
    .select({
      all: count(undefined),
      in30: count(conditions.in30),
      in90: count(conditions.in90),
      ended: count(conditions.ended),
    })
    .from(agreements);
  return row ?? { all: 0, in30: 0, in90: 0, ended: 0 };
}

/** How many there are of a list; with `before`, how many come before that one. */
async function countFoundAgreements(
  db: Database,
  { tab, query, sort }: ListFilter,
  before?: string,
): Promise<number> {
  const [row] = await db
    .select({ found: sql`count(*)`.mapWith(Number) })
    .from(agreements)
    .where(and(conditions[tab], matches(query), before ? sortOf(sort).comesBefore(before) : undefined));
  return row?.found ?? 0;
}

export async function findAgreement(db: Database, _grant: Grant<"agreement.read">, id: string) {
  const [row] = await db.select(columns).from(agreements).where(eq(agreements.id, id));
  return row ?? null;
}

/** By number, by NIT however it is written, or by words of the name in any order, without regard to accents. */
function matches(query: string): SQL | undefined {
  if (query === "") return undefined;
  const words = wordsIn(query).map(
    (word) => sql`plain_words(${agreements.legalName}) like ${containing(word)}`,
  );
  return or(
    ilike(agreements.number, containing(query)),
    ...nitPatterns(query).map((pattern) => ilike(agreements.nit, pattern)),
    words.length > 0 ? and(...words) : undefined,
  );
}
