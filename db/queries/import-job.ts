import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { TableNotes } from "@/lib/table/notes";

export type ClaimedImport = {
  id: string;
  state: "preview_queued" | "import_queued";
  sha256: Buffer;
  /** Lines of the file, about; 0 when nobody knows. */
  linesTotal: number;
  applyChanges: boolean;
  /** Another person let it in than brought it. */
  secondPerson: boolean;
};

/** Takes the file that waits longest, unless another one is being worked on. */
export async function claimImport(
  db: Database,
  worker: string,
  leaseSeconds: number,
  attempts: number,
): Promise<ClaimedImport | null> {
  const [row] = await db.execute<{
    id: string;
    state: ClaimedImport["state"];
    sha256: Buffer;
    lines_total: number;
    apply_changes: boolean;
    second_person: boolean;
  }>(sql`select * from claim_import(${worker}::uuid, ${leaseSeconds}, ${attempts})`);
  if (!row) return null;
  const { id, state, sha256, lines_total: linesTotal } = row;
  return { id, state, sha256, linesTotal, applyChanges: row.apply_changes, secondPerson: row.second_person };
}

export async function importWaits(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ waits: boolean }>(sql`select import_waits() as waits`);
  return row?.waits ?? false;
}

/** Tells how far the walk is and keeps the lease; false when it is another's by now. */
export async function keepImport(
  db: Database,
  run: string,
  worker: string,
  lines: number,
  leaseSeconds: number,
): Promise<boolean> {
  const [row] = await db.execute<{ kept: boolean }>(
    sql`select keep_import(${run}::uuid, ${worker}::uuid, ${lines}, ${leaseSeconds}) as kept`,
  );
  return row?.kept ?? false;
}

/** Lets go of what a worker holds, because it stops with its server (no attempt) or died of the file (one). */
export async function releaseImport(db: Database, worker: string, why: "stopped" | "died"): Promise<void> {
  await db.execute(sql`select release_import(${worker}::uuid, ${why === "died"}::boolean)`);
}

/** Keeps what was assumed of a file and, sealed, its first rows as they were understood; null keeps no rows. */
export async function noteImport(
  db: Database,
  run: string,
  worker: string,
  notes: TableNotes,
  sample: Buffer | null,
): Promise<void> {
  await db.execute(
    sql`select note_import(${run}::uuid, ${worker}::uuid, ${JSON.stringify(notes)}::text::jsonb, ${sample})`,
  );
}

export async function beginImportWalk(db: Database, run: string, worker: string): Promise<void> {
  await db.execute(sql`select begin_import_walk(${run}::uuid, ${worker}::uuid)`);
}

export type FaultRow = {
  line: number;
  position: number;
  column_name: string;
  code: string;
  fact: string | null;
  /** base64 */
  said_sealed: string;
  warning: boolean;
};
export type ChangeRow = {
  line: number;
  kind_code: string;
  number: string;
  applied: string[];
  held: string[];
  kept: string | null;
};

export async function addImportFindings(
  db: Database,
  run: string,
  worker: string,
  faults: FaultRow[],
  changes: ChangeRow[],
): Promise<void> {
  if (faults.length + changes.length === 0) return;
  await db.execute(sql`select add_import_findings(${run}::uuid, ${worker}::uuid,
    ${JSON.stringify(faults)}::text::jsonb, ${JSON.stringify(changes)}::text::jsonb)`);
}

export async function endPreview(
  db: Database,
  run: string,
  worker: string,
  counts: {
    lines: number;
    inserted: number;
    changed: number;
    repeated: number;
    held: number;
    refusedLines: number;
  },
): Promise<void> {
  await db.execute(sql`select end_import_preview(${run}::uuid, ${worker}::uuid, ${counts.lines}, ${counts.inserted},
    ${counts.changed}, ${counts.repeated}, ${counts.held}, ${counts.refusedLines})`);
}

/** `failure` is a key of messages, under `imports.tableFaults` or `admin.imports.failures`. */
export async function failImport(
  db: Database,
  run: string,
  worker: string,
  failure: string,
  fact: string,
): Promise<void> {
  await db.execute(sql`select fail_import(${run}::uuid, ${worker}::uuid, ${failure}, ${fact})`);
}
