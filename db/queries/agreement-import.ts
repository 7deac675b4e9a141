import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type StoredAgreement = {
  number: string;
  nit: string;
  checkDigit: number;
  legalName: string;
  email: string | null;
  phone: string | null;
  municipality: string | null;
  startsOn: string;
  endsOn: string;
};

/** The stored convenios among these numbers. */
export async function findAgreements(db: Database, numbers: readonly string[]): Promise<StoredAgreement[]> {
  const rows = await db.execute<StoredAgreement>(sql`
    select a.number, a.nit, a.check_digit as "checkDigit", a.legal_name as "legalName", a.email, a.phone,
      a.municipality, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn"
    from jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb) as n(number)
    join agreement a on a.number = n.number`);
  return [...rows];
}

/**
 * Writes one batch in one statement; answers how many are new and how many changed, or null when the run is over.
 * @param move whether a convenio may go to another NIT
 */
export async function importAgreements(
  db: Database,
  run: string,
  rows: readonly (StoredAgreement & { line: number })[],
  move: boolean,
): Promise<{ inserted: number; changed: number } | null> {
  const data = rows.map((row) => ({
    number: row.number,
    nit: row.nit,
    check_digit: row.checkDigit,
    legal_name: row.legalName,
    email: row.email,
    phone: row.phone,
    municipality: row.municipality,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    line: row.line,
  }));
  const [count] = await db.execute<{ inserted: number; changed: number }>(
    sql`select inserted, changed from import_agreements(${run}, ${JSON.stringify(data)}::text::jsonb, ${move})`,
  );
  return count ?? null;
}

export type BoundOrders = { nit: string; orders: number; numbers: string[] };

/** The orders in force that only these NITs may take: how many, and the first of them. */
export async function findBoundOrders(db: Database, nits: readonly string[]): Promise<BoundOrders[]> {
  const rows = await db.execute<{ nit: string; orders: number; numbers: string[] }>(sql`
    select o.provider_nit as nit, count(*)::int as orders,
      (array_agg(o.kind_code || ' ' || o.number order by o.kind_code, o.number))[1:20] as numbers
    from jsonb_array_elements_text(${JSON.stringify(nits)}::text::jsonb) as n(nit)
    join "order" o on o.provider_nit = n.nit and o.state in ('issued', 'delivered', 'blocked')
    group by o.provider_nit`);
  return [...rows];
}
