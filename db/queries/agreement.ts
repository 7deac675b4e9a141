import { and, asc, desc, eq, gte, ilike, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { containing, nitPatterns, wordsIn } from "@/db/like";
import { agreements } from "@/db/schema/provider";
import type { Grant } from "@/model/access";

export const agreementTabs = ["all", "in30", "in90", "ended"] as const;
export type AgreementTab = (typeof agreementTabs)[number];

const today = sql`bogota_today()`;
/** Nothing follows it: its end is the end of the company's work. */
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

export type ListedAgreement = Awaited<ReturnType<typeof listAgreements>>[number];

/** A page of convenios, the one that ends first above; with the company's account and the orders that hang on it. */
export function listAgreements(
  db: Database,
  { tab, query, limit, offset }: { tab: AgreementTab; query: string; limit: number; offset: number },
) {
  const page = db
    .select()
    .from(agreements)
    .where(and(conditions[tab], matches(query)))
    .orderBy(
      ...(tab === "ended" ? [desc(agreements.endsOn)] : [asc(agreements.endsOn)]),
      asc(agreements.number),
    )
    .limit(limit)
    .offset(offset)
    .as("agreement");
  const bound = sql`(select count(*)::int as orders, coalesce(sum(o.balance), 0)::bigint as amount from "order" o
    where o.provider_nit = ${agreements.nit} and o.state in ('issued', 'delivered') and o.valid_until >= ${today}) bound`;
  return db
    .select({
      ...columns,
      followed: sql<boolean>`exists (select from agreement later where later.nit = ${agreements.nit}
        and later.ends_on > ${agreements.endsOn})`,
      providerId: sql<string | null>`(select v.id from provider v where v.nit = ${agreements.nit}
        and v.approved_at is not null)`,
      orders: sql<number>`bound.orders`,
      amount: sql`bound.amount`.mapWith(Number),
    })
    .from(page)
    .innerJoinLateral(bound, sql`true`)
    .orderBy(
      ...(tab === "ended" ? [desc(agreements.endsOn)] : [asc(agreements.endsOn)]),
      asc(agreements.number),
    );
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

export async function countFoundAgreements(db: Database, tab: AgreementTab, query: string): Promise<number> {
  const [row] = await db
    .select({ found: sql`count(*)`.mapWith(Number) })
    .from(agreements)
    .where(and(conditions[tab], matches(query)));
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
