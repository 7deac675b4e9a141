import type { Inspected } from "@/lib/table/inspect";
import type { TableNotes } from "@/lib/table/notes";
import type { TableRow } from "@/lib/table/row";
import type { Source } from "@/lib/table/source";
import { readTable } from "@/lib/table/table";
import type { Seen } from "./batch";
import { type DayOrder, DayReading, type ImportShape } from "./day-order";
import type { ImportCounts } from "./findings";

const BATCH = 500;

/** A file of rows, of orders or of convenios. */
export type TableFile = {
  source: Source;
  inspected: Inspected;
  mostLines?: number;
  /** The reader notes here what it assumed about the file. */
  notes: TableNotes;
  /** The order of its days, from an earlier walk; null when there was none. */
  dayOrder: DayOrder | null;
};

/**
 * What a walk over a file keeps from batch to batch, whatever the file is about: its counts, the keys of its lines,
 * and the order of its days.
 * @param writes whether the walk writes, so that the order of the days must be known before its first batch
 */
export async function beginWalk(
  { source, inspected, mostLines, notes, dayOrder }: TableFile,
  columns: Omit<ImportShape, "mostLines">,
  writes: boolean,
) {
  const shape = { ...columns, mostLines };
  const days = await DayReading.begin({ source, format: inspected.format, shape }, dayOrder, writes);
  const counts: ImportCounts = {
    lines: 0,
    inserted: 0,
    changed: 0,
    repeated: 0,
    held: 0,
    refusedLines: 0,
  };
  const seen: Seen = new Map();

  async function* batches(): AsyncGenerator<TableRow[]> {
    for await (const rows of readTable(source, inspected.format, shape, BATCH, notes)) {
      days.add(rows);
      yield rows;
    }
  }

  /** The result of the whole file. @throws OtherDayOrder when its days were read in another order */
  function end(): { counts: ImportCounts; dayOrder: DayOrder } {
    const found = days.end();
    if (found.unsure) notes.unsureDay = found.unsure;
    return { counts, dayOrder: found };
  }

  return { counts, seen, dayDoubt: days.doubt, batches, end };
}
