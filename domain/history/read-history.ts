import { type Database, databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { type HistoryDay, type HistoryRow, listHistory, listHistoryDays } from "@/db/queries/history";
import { listKindCodes } from "@/db/queries/order-kind";
import { shownNumber } from "@/domain/lookup/typed-number";
import { affiliateNamePlace } from "@/domain/order/sealed-fields";
import { receiptNumber } from "@/domain/use/receipt-number";
import { unseal } from "@/lib/crypto/seal";
import { shownPage } from "@/lib/paging";
import type { Grant } from "@/model/access";
import type { CalendarDay } from "@/model/calendar";
import { daysOfPage } from "./page-days";
import { type Entry, entryOf, shownName } from "./rules";
import { type HistoryFilters, historyQuery } from "./schema";

export type HistoryEntry = {
  id: string;
  at: Date;
  day: CalendarDay;
  entry: Entry;
  kindName: string | null;
  number: string | null;
  /** The value in whole pesos, if the look-up showed it or a use charged it. */
  value: number | null;
  /** The affiliate's name, in full for a day and then as initials. The ID is never part of the history. */
  name: string | null;
  person: string | null;
  /** Whether a paired device asked alone: the person was named on it last. */
  isUnnamed: boolean;
  /** Whether the caja did it; nobody is named then. */
  isByCaja: boolean;
  branch: string | null;
  counter: string | null;
  /** The receipt of a use or the proof of a look-up, with its number. */
  receipt: { id: string; number: string } | null;
  proof: { id: string; number: string } | null;
};

export type HistoryTotals = Omit<HistoryDay, "day">;
export type History = {
  today: CalendarDay;
  from: CalendarDay;
  to: CalendarDay;
  days: { day: CalendarDay; totals: HistoryTotals; entries: HistoryEntry[] }[];
  totals: HistoryTotals;
  page: number;
  pages: number;
};

/** Codes of kinds that may stand before the number that is looked for; without a number nobody asks. */
export async function kindsBefore({ number }: HistoryFilters, db: Database): Promise<string[]> {
  return number ? listKindCodes(db) : [];
}

/** A page of the provider's look-ups and uses by day, newest first. */
export async function readHistory(
  grant: Grant<"history.read">,
  { filters, size, page }: { filters: HistoryFilters; size: number; page: number },
): Promise<History> {
  const db = databaseFor(grant);
  const today = await call(db, "bogota_today", {});
  const query = historyQuery(filters, today, await kindsBefore(filters, db));
  const days = await listHistoryDays(db, grant, query);
  const totals = days.reduce(add, { entries: 0, lookups: 0, uses: 0, value: 0 });
  const { page: shown, pages, offset } = shownPage(totals.entries, { size, page });
  const place = daysOfPage(days, offset, size);
  const rows = place
    ? await listHistory(
        db,
        grant,
        { ...query, from: place.from, to: place.to },
        { limit: size, offset: place.offset },
      )
    : [];
  const entries = rows.map((row) => ({ ...historyEntry(row), number: shownNumber(row) }));
  const grouped = days
    .map(({ day, ...dayTotals }) => ({
      day,
      totals: dayTotals,
      entries: entries.filter((entry) => entry.day === day),
    }))
    .filter((group) => group.entries.length > 0);
  return { today, from: query.from, to: query.to, days: grouped, totals, page: shown, pages };
}

function add(sum: HistoryTotals, day: HistoryTotals): HistoryTotals {
  return {
    entries: sum.entries + day.entries,
    lookups: sum.lookups + day.lookups,
    uses: sum.uses + day.uses,
    value: sum.value + day.value,
  };
}

/** The entry as it may be shown: the name in full for a day, and as initials afterwards. */
export function historyEntry(row: HistoryRow): HistoryEntry {
  const name = row.nameSealed && row.orderId ? unseal(row.nameSealed, affiliateNamePlace(row.orderId)) : null;
  return {
    id: row.id,
    at: row.at,
    day: row.day,
    entry: entryOf(row.what),
    kindName: row.kindName,
    number: row.number,
    value: row.value,
    name: name && shownName(name, row.fresh),
    person: row.person,
    isUnnamed: row.unnamed,
    isByCaja: row.byCaja,
    branch: row.branch,
    counter: row.counter,
    receipt: row.use && { id: row.use.id, number: receiptNumber(row.use.serial, row.use.at) },
    proof: row.proof,
  };
}
