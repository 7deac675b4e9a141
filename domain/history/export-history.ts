import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { type HistoryRow, listHistory, listHistoryDays } from "@/db/queries/history";
import { requireDone } from "@/domain/outcome";
import type { Cell, Column, TableFormat } from "@/lib/table/write";
import type { Grant } from "@/model/access";
import type { CalendarDay } from "@/model/calendar";
import type { HistoryQuery } from "@/model/history";
import { daysOfPage } from "./page-days";
import { historyEntry, kindsBefore } from "./read-history";
import type { Entry } from "./rules";
import { type HistoryFilters, historyQuery, setHistoryFilters } from "./schema";
import { whoDid } from "./who-did";

const BATCH = 1_000;

export const historyColumns: readonly Column[] = [
  { header: "FECHA", kind: "day", width: 12 },
  { header: "HORA", width: 10 },
  { header: "MOVIMIENTO", width: 22 },
  { header: "TIPODCTO", width: 26 },
  { header: "NRODCTO", width: 16 },
  { header: "VALOR", kind: "number", width: 14 },
  { header: "AFILIADO", width: 28 },
  { header: "PERSONA", width: 28 },
  { header: "ESTABLECIMIENTO", width: 22 },
  { header: "PUNTO_DE_PAGO", width: 18 },
  { header: "COMPROBANTE", width: 18 },
];

export type HistoryExportWords = {
  entries: Readonly<Record<Entry, string>>;
  time: (at: Date) => string;
  unnamed: (last: string) => string;
  byCaja: string;
};

/**
 * The provider's history row by row for a file, as on the screens. The export is audited.
 * @throws Refusal "not_allowed" when the person is no owner any more
 */
export async function exportHistory(
  grant: Grant<"history.export">,
  { filters, format }: { filters: HistoryFilters; format: TableFormat },
  words: HistoryExportWords,
  client: { ip: string },
): Promise<{ day: CalendarDay; rows: AsyncGenerator<Cell[]> }> {
  const db = databaseFor(grant);
  const day = await call(db, "bogota_today", {});
  const query = historyQuery(filters, day, await kindsBefore(filters, db));
  const { from, to } = query;
  const detail = { filters: { ...setHistoryFilters(filters), from, to }, format };
  const { provider, personId } = grant.actor;
  const note = { provider: provider.id, actor: personId, ip: client.ip, detail };
  requireDone("history_outcome", await call(db, "log_history_export", note));
  return { day, rows: exportRows(grant, query, words) };
}

async function* exportRows(
  grant: Grant<"history.export">,
  query: HistoryQuery,
  words: HistoryExportWords,
): AsyncGenerator<Cell[]> {
  const days = await listHistoryDays(databaseFor(grant), grant, query);
  let last: HistoryRow | undefined;
  do {
    const { day: to, cursor: after } = last ?? { day: query.to, cursor: null };
    // No more days than a batch fills; of the day where the last one ended, the rest.
    const rest = last ? days.filter(({ day: left }) => left < to) : days;
    const from = daysOfPage(rest, 0, BATCH)?.from ?? to;
    const batch: HistoryRow[] = await listHistory(
      databaseFor(grant),
      grant,
      { ...query, from, to },
      { after, limit: BATCH },
    );
    for (const row of batch) yield cellsOf(row, words);
    last = batch.length < BATCH ? undefined : batch.at(-1);
  } while (last);
}

function cellsOf(row: HistoryRow, words: HistoryExportWords): Cell[] {
  const entry = historyEntry(row);
  // A use taken back is a minus, so that the column adds up.
  const value = entry.entry === "undo" && entry.value !== null ? -entry.value : entry.value;
  return [
    { day: entry.day },
    words.time(entry.at),
    words.entries[entry.entry],
    entry.kindName,
    entry.number,
    value,
    entry.name,
    whoDid(entry, words),
    entry.branch,
    entry.counter,
    (entry.receipt ?? entry.proof)?.number ?? null,
  ];
}
