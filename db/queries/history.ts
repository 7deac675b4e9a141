import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { memberships, persons } from "@/db/schema/account";
import type { Grant } from "@/model/access";
import type { HistoryQuery } from "@/model/history";

type Reader = Grant<"history.read"> | Grant<"history.export">;

function conditions({ actor }: Reader, { from, to, what, personId, placeId, numberKey }: HistoryQuery) {
  const words =
    what === null
      ? sql`null::text[]`
      : sql`array[${sql.join(
          what.map((value) => sql`${value}`),
          sql`, `,
        )}]::text[]`;
  return sql`${actor.provider.id}::uuid, ${actor.personId}::uuid, ${from}::date, ${to}::date, ${words},
    ${personId}::uuid, ${placeId}::uuid, ${numberKey}::text`;
}

export type HistoryDay = Answer<"history_days">[number];

/** What happened each day that had something, newest first. */
export function listHistoryDays(db: Database, { actor }: Reader, query: HistoryQuery): Promise<HistoryDay[]> {
  const { from, to, what, personId, placeId, numberKey } = query;
  return call(db, "history_days", {
    provider: actor.provider.id,
    personAsking: actor.personId,
    from,
    to,
    what: what && [...what],
    person: personId,
    place: placeId,
    numberKey,
  });
}

type Row = {
  id: string;
  at: string;
  cursor_at: string;
  day: string;
  what: string;
  kind_name: string | null;
  number: string | null;
  value: string | null;
  order_id: string | null;
  name_sealed: Buffer | null;
  fresh: boolean;
  person: string | null;
  branch: string | null;
  counter: string | null;
  use_id: string | null;
  use_serial: string | null;
  used_at: string | null;
  proof_id: string | null;
  proof_number: string | null;
};

/** A row's place in the list, with every digit of its moment. */
export type HistoryCursor = { at: string; id: string };

const toRow = (row: Row) => ({
  id: row.id,
  at: new Date(row.at),
  cursor: { at: row.cursor_at, id: row.id },
  day: row.day,
  what: row.what,
  kindName: row.kind_name,
  number: row.number,
  value: row.value === null ? null : Number(row.value),
  orderId: row.order_id,
  nameSealed: row.name_sealed,
  fresh: row.fresh,
  person: row.person,
  branch: row.branch,
  counter: row.counter,
  /** The use that the row is, or that it took back. */
  use:
    row.use_id && row.used_at
      ? { id: row.use_id, serial: Number(row.use_serial), at: new Date(row.used_at) }
      : null,
  /** What the caja gave to keep of the question. */
  proof: row.proof_id && row.proof_number ? { id: row.proof_id, number: row.proof_number } : null,
});
export type HistoryRow = ReturnType<typeof toRow>;

/** Rows of the history, newest first: a page by its offset, or what comes after a row. */
export async function listHistory(
  db: Database,
  grant: Reader,
  query: HistoryQuery,
  { after = null, limit, offset = 0 }: { after?: HistoryCursor | null; limit: number; offset?: number },
): Promise<HistoryRow[]> {
  const rows = await db.execute<Row>(sql`select id, at, cursor_at, day::text as day, what, kind_name, number,
      value::text as value, order_id, name_sealed, fresh, person, branch, counter,
      use_id, use_serial::text as use_serial, used_at, proof_id, proof_number
    from list_history(${conditions(grant, query)}, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid,
      ${limit}::int, ${offset}::int)`);
  return rows.map(toRow);
}

/** Everybody who works or worked for the provider: whose rows may be asked for. */
export async function listHistoryPersons(db: Database, providerId: string) {
  return db
    .selectDistinct({ id: persons.id, name: persons.name })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(eq(memberships.providerId, providerId))
    .orderBy(asc(persons.name));
}
