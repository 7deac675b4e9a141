import type { Database } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import type { Grant } from "@/model/access";
import type { HistoryQuery } from "@/model/history";
import { ownOf } from "./provider-own";

type Reader = Grant<"history.read"> | Grant<"history.export">;

const argumentsOf = ({ actor }: Reader, query: HistoryQuery) => ({
  provider: actor.provider.id,
  personAsking: actor.personId,
  from: query.from,
  to: query.to,
  what: query.what && [...query.what],
  person: query.personId,
  place: query.placeId,
  numberKey: query.numberKey,
});

export type HistoryDay = Answer<"history_days">[number];

/** What happened each day that had something, newest first. */
export function listHistoryDays(db: Database, reader: Reader, query: HistoryQuery): Promise<HistoryDay[]> {
  return call(db, "history_days", argumentsOf(reader, query));
}

/** A row's place in the list, with every digit of its moment. */
export type HistoryCursor = { at: string; id: string };

const toRow = (row: Answer<"list_history">[number]) => {
  const { cursorAt, useId, useSerial, usedAt, proofId, proofNumber, ...rest } = row;
  return {
    ...rest,
    cursor: { at: cursorAt, id: row.id },
    /** The use that the row is, or that it took back. */
    use: useId && useSerial !== null && usedAt ? { id: useId, serial: useSerial, at: usedAt } : null,
    /** The proof of the look-up, if one was issued. */
    proof: proofId && proofNumber ? { id: proofId, number: proofNumber } : null,
  };
};
export type HistoryRow = ReturnType<typeof toRow>;

/** Rows of the history, newest first: a page by its offset, or what comes after a row. */
export async function listHistory(
  db: Database,
  grant: Reader,
  query: HistoryQuery,
  { after = null, limit, offset = 0 }: { after?: HistoryCursor | null; limit: number; offset?: number },
): Promise<HistoryRow[]> {
  const page = { before: after?.at ?? null, beforeId: after?.id ?? null, limit, offset };
  return (await call(db, "list_history", { ...argumentsOf(grant, query), ...page })).map(toRow);
}

/** The provider's day in sum, with the last answers that the person of the grant got in it. */
export async function listCounterDay(db: Database, { actor }: Grant<"order.look_up">, limit: number) {
  return call(db, "counter_day", { provider: actor.provider.id, person: actor.personId, limit });
}

/** Everybody who works or worked for the provider: whose rows may be asked for. */
export function listHistoryPersons(db: Database, grant: Grant<"history.read">) {
  return call(db, "own_people", ownOf(grant));
}
