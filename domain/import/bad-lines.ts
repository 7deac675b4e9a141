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
/** A line has at most one error per column. */
const MOST_FAULTS = MOST_UPLOADED_LINES * orderColumns.length;

const shapes: Record<ImportSubject, TableShape> = {
  orders: orderFile,
  agreements: agreementShape,
};

export type FoundFault = { column: string; code: string; fact: string | null };

export type BadLines = { format: TableFormat; columns: Column[]; rows: AsyncGenerator<string[]> };

/**
 * The rejected lines of an uploaded file, unchanged, with line number and reasons in columns of their own, so
 * that they can be corrected and uploaded again. The export is audited.
 */
export async function badLines(
  grant: ImportGrant,
  { id: run, subject }: { id: string; subject: ImportSubject },
  words: { line: string; reason: string; reasonOf: (fault: FoundFault) => string },
  client: { ip: string },
): Promise<BadLines> {
  const db = databaseFor(grant);
  await call(db, "log_import_faults_read", { run, actor: grant.actor.personId, ip: client.ip });
  const reasons = new Map<number, string>();
  for (const fault of await listFaults(db, run, { warning: false, limit: MOST_FAULTS })) {
    const before = reasons.get(fault.line);
    const reason = words.reasonOf(fault);
    reasons.set(fault.line, before ? `${before} ${reason}` : reason);
  }
  const source = storedFile(db, run);
  const { format } = await inspectSource(source);
  const shape = shapes[subject];
  // What an earlier download of this kind added is written anew.
  const added = [words.line, words.reason].map(columnName);
  const own = (await ownColumns(source, format, shape)).map((name, at) => ({ name, at }));
  const kept = own.filter(({ name }) => !added.includes(name));
  const columns = [...kept.map(({ name }) => name), words.line, words.reason].map((header) => ({ header }));
  return {
    format: format === "xlsx" ? "xlsx" : "csv",
    columns,
    rows: rowsOf(source, format, { shape, kept }, reasons),
  };
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
  { shape, kept }: { shape: TableShape; kept: readonly { name: string; at: number }[] },
  reasons: ReadonlyMap<number, string>,
): AsyncGenerator<string[]> {
  for await (const rows of readTable(source, format, shape, BATCH)) {
    for (const { line, cells, values = [] } of rows) {
      const why = reasons.get(line);
      if (!why) continue;
      const read = kept.map(({ name, at }) => (cells ? cells[name] : values[at]) ?? "");
      yield [...read, String(line), why];
    }
  }
}
