import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { listFaults } from "@/db/queries/import-runs";
import { agreementShape } from "@/domain/agreement/row";
import { columnName } from "@/lib/table/header";
import { inspectSource } from "@/lib/table/inspect";
import type { Source } from "@/lib/table/source";
import { readTable, type TableShape } from "@/lib/table/table";
import type { Column, TableFormat } from "@/lib/table/write";
import { orderColumns, orderFile } from "@/model/order-field";
import { MOST_UPLOADED_LINES } from "./limits";
import { storedFile } from "./stored-file";
import type { ImportGrant } from "./upload";

const BATCH = 500;
/** What a line has behind its last column is given so many columns; of still more the last one takes the rest. */
const MOST_SURPLUS = 20;
/** A line has at most one error per column. */
const MOST_FAULTS = MOST_UPLOADED_LINES * orderColumns.length;

const shapes: Record<ImportSubject, TableShape> = {
  orders: orderFile,
  agreements: agreementShape,
};

/** The columns of the file that are taken along, and where they stand in it. */
type Kept = readonly { name: string; at: number }[];

export type FoundFault = { column: string; code: string; fact: string | null };

export type BadLines = { format: TableFormat; columns: Column[]; rows: AsyncGenerator<string[]> };

/**
 * The rejected lines of an uploaded file, unchanged, with line number and reasons in columns of their own, so
 * that they can be corrected and uploaded again. What cannot be cut into cells stands whole in the first one. The export
 * is audited.
 */
export async function badLines(
  grant: ImportGrant,
  { id: run, subject }: { id: string; subject: ImportSubject },
  words: {
    line: string;
    reason: string;
    /** A column for what a line has behind its last one. */
    surplus: (nth: number) => string;
    reasonOf: (fault: FoundFault) => string;
  },
  client: { ip: string },
): Promise<BadLines> {
  const db = databaseFor(grant);
  await call(db, "log_import_faults_read", { run, actor: grant.actor.personId, ip: client.ip });
  const reasons = new Map<number, string>();
  let surplus = 0;
  for (const fault of await listFaults(db, run, { warning: false, limit: MOST_FAULTS })) {
    const before = reasons.get(fault.line);
    const reason = words.reasonOf(fault);
    reasons.set(fault.line, before ? `${before} ${reason}` : reason);
    surplus = Math.max(surplus, surplusOf(fault));
  }
  const source = storedFile(db, run);
  const { format } = await inspectSource(source);
  const shape = shapes[subject];
  // What an earlier download of this kind added is written anew.
  const added = [words.line, words.reason].map(columnName);
  const own = (await ownColumns(source, format, shape)).map((name, at) => ({ name, at }));
  const kept = own.filter(({ name }) => !added.includes(name));
  const names = kept.map(({ name }) => name);
  const more = newNames(names, Math.min(surplus, MOST_SURPLUS), words.surplus);
  const columns = [...names, ...more, words.line, words.reason].map((header) => ({ header }));
  return {
    format: format === "xlsx" ? "xlsx" : "csv",
    columns,
    rows: rowsOf(source, format, { shape, own: own.length, kept, surplus: more.length }, reasons),
  };
}

/** How many cells a line has behind its last column. */
function surplusOf({ code, fact }: FoundFault): number {
  if (code !== "cells" || !fact) return 0;
  const [found = 0, expected = 0] = fact.split("/").map(Number);
  return found - expected;
}

/** Names that the file does not have: it may be an earlier download, with columns of this kind. */
function newNames(names: readonly string[], count: number, nameOf: (nth: number) => string): string[] {
  const found: string[] = [];
  for (let nth = 1; found.length < count; nth++)
    if (!names.includes(columnName(nameOf(nth)))) found.push(nameOf(nth));
  return found;
}

/** The columns of this file in its own order, under which each of its rows stands, whatever its width. */
async function ownColumns(
  source: Source,
  format: Awaited<ReturnType<typeof inspectSource>>["format"],
  shape: TableShape,
): Promise<readonly string[]> {
  for await (const [row] of readTable(source, format, shape, 1)) if (row) return row.columns;
  return shape.wanted;
}

async function* rowsOf(
  source: Source,
  format: Awaited<ReturnType<typeof inspectSource>>["format"],
  { shape, own, kept, surplus }: { shape: TableShape; own: number; kept: Kept; surplus: number },
  reasons: ReadonlyMap<number, string>,
): AsyncGenerator<string[]> {
  for await (const rows of readTable(source, format, shape, BATCH)) {
    for (const { line, cells, values = [] } of rows) {
      const why = reasons.get(line);
      if (!why) continue;
      const read = kept.map(({ name, at }) => (cells ? cells[name] : values[at]) ?? "");
      const all = !cells && values.length > own ? inPlaces(values, own, kept) : read;
      yield [...all.slice(0, kept.length), ...rest(all.slice(kept.length), surplus), String(line), why];
    }
  }
}

/** The cells of a line that has too many, without those that an earlier download added at its end. */
function inPlaces(values: readonly string[], own: number, kept: Kept): readonly string[] {
  const isAtEnd = kept.every(({ at }, place) => at === place);
  return isAtEnd ? values.slice(0, values.length - (own - kept.length)) : values;
}

/** The cells behind the last column, in exactly so many. */
function rest(cells: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    at === count - 1 ? cells.slice(at).join(";") : (cells[at] ?? ""),
  );
}
