import { and, asc, count, countDistinct, desc, eq, inArray, isNull, max, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ImportSubject } from "@/db/contract/functions.generated";
import {
  agreements,
  importChanges,
  importChunks,
  importFaults,
  importMoves,
  importRuns,
  persons,
} from "@/db/tables";
import type { Grant } from "@/model/access";

const run = {
  id: importRuns.id,
  subject: importRuns.subject,
  fileName: importRuns.fileName,
  sha256: importRuns.sha256,
  state: importRuns.state,
  startedAt: importRuns.startedAt,
  finishedAt: importRuns.finishedAt,
  lines: importRuns.lines,
  inserted: importRuns.inserted,
  changed: importRuns.changed,
  repeated: importRuns.repeated,
  held: importRuns.held,
  refused: importRuns.refused,
  linesDone: importRuns.linesDone,
  linesTotal: importRuns.linesTotal,
  previewNew: importRuns.previewNew,
  previewChanged: importRuns.previewChanged,
  applyChanges: importRuns.applyChanges,
  failure: importRuns.failure,
  failureFact: importRuns.failureFact,
  notes: importRuns.notes,
  /** The person who uploaded it; null for a run from the command line. */
  startedBy: persons.name,
  startedById: importRuns.startedBy,
};

/** Imports of files about a subject, newest first; or those alone that nobody can leave alone. */
export function listImports(
  db: Database,
  _grant: Grant<"import.read" | "agreement.read">,
  subject: ImportSubject,
  limit: number,
  toLookAt = false,
) {
  return db
    .select(run)
    .from(importRuns)
    .leftJoin(persons, eq(persons.id, importRuns.startedBy))
    .where(
      and(
        eq(importRuns.subject, subject),
        toLookAt ? sql`${importRuns.id} in (select run from imports_to_look_at(${subject}))` : undefined,
      ),
    )
    .orderBy(desc(importRuns.startedAt))
    .limit(limit);
}

export async function findImport(
  db: Database,
  _grant: Grant<"order.import" | "import.read" | "agreement.read" | "agreement.manage">,
  id: string,
  subject: ImportSubject = "orders",
) {
  const [row] = await db
    .select(run)
    .from(importRuns)
    .leftJoin(persons, eq(persons.id, importRuns.startedBy))
    .where(and(eq(importRuns.id, id), eq(importRuns.subject, subject)));
  return row ?? null;
}
export type ImportRun = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** When this very file was brought in before. */
export async function findEarlierImport(
  db: Database,
  { id, subject, sha256 }: ImportRun,
): Promise<Date | null> {
  const [row] = await db
    .select({ at: max(importRuns.finishedAt) })
    .from(importRuns)
    .where(
      and(
        eq(importRuns.subject, subject),
        eq(importRuns.state, "finished"),
        eq(importRuns.sha256, sha256),
        sql`${importRuns.id} <> ${id}::uuid`,
      ),
    );
  return row?.at ?? null;
}

/** Faults of lines or, with `warning`, what is told of lines that go in; in the order of the file. */
export function listFaults(
  db: Database,
  id: string,
  { warning, limit }: { warning: boolean; limit: number },
) {
  return db
    .select({
      line: importFaults.line,
      position: importFaults.position,
      column: importFaults.column,
      code: importFaults.code,
      fact: importFaults.fact,
      saidSealed: importFaults.saidSealed,
    })
    .from(importFaults)
    .where(and(eq(importFaults.runId, id), eq(importFaults.warning, warning)))
    .orderBy(asc(importFaults.line), asc(importFaults.position))
    .limit(limit);
}

export function listChanges(db: Database, id: string, limit: number) {
  return db
    .select({
      line: importChanges.line,
      kindCode: importChanges.kindCode,
      number: importChanges.number,
      applied: importChanges.applied,
      held: importChanges.held,
      kept: importChanges.kept,
    })
    .from(importChanges)
    .where(eq(importChanges.runId, id))
    .orderBy(asc(importChanges.line))
    .limit(limit);
}

/** The convenios of a file that change to whom orders belong, in the order of the file. */
export function listImportMoves(db: Database, id: string, limit: number, offset: number) {
  return db
    .select()
    .from(importMoves)
    .where(eq(importMoves.runId, id))
    .orderBy(asc(importMoves.line))
    .limit(limit)
    .offset(offset);
}

/** How many of them are ticked on all pages, and which as one version. */
export async function findTicks(db: Database, id: string) {
  const [row] = await db
    .select({ ticked: count(), version: sql<string>`import_ticks_version(${id}::uuid)` })
    .from(importMoves)
    .where(and(eq(importMoves.runId, id), importMoves.accepted));
  return row ?? { ticked: 0, version: "" };
}
export type ImportMove = Awaited<ReturnType<typeof listImportMoves>>[number];

/** The names by which the newest convenios know these NITs. */
export async function findAgreementNames(
  db: Database,
  nits: readonly string[],
): Promise<Map<string, string>> {
  if (nits.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([agreements.nit], { nit: agreements.nit, name: agreements.legalName })
    .from(agreements)
    .where(inArray(agreements.nit, [...new Set(nits)]))
    .orderBy(agreements.nit, desc(agreements.endsOn));
  return new Map(rows.map(({ nit, name }) => [nit, name]));
}

export type ImportFindings = {
  faultLines: number;
  warnings: number;
  changes: number;
  /** Orders whose other data a tick would apply. */
  tickable: number;
  /** Convenios that only a tick of their own moves. */
  moves: number;
  /** The uploaded file is still kept. */
  fileKept: boolean;
};

/** How much was found in a file; `secondPerson`: for somebody who did not bring it. */
export async function countFindings(
  db: Database,
  id: string,
  { secondPerson }: { secondPerson: boolean } = { secondPerson: false },
): Promise<ImportFindings> {
  const [[faults], [warnings], [changes], [tickable], [moves], chunks] = await Promise.all([
    db
      .select({ n: countDistinct(importFaults.line) })
      .from(importFaults)
      .where(and(eq(importFaults.runId, id), eq(importFaults.warning, false))),
    db
      .select({ n: count() })
      .from(importFaults)
      .where(and(eq(importFaults.runId, id), eq(importFaults.warning, true))),
    db.select({ n: count() }).from(importChanges).where(eq(importChanges.runId, id)),
    db
      .select({ n: count() })
      .from(importChanges)
      .where(
        and(
          eq(importChanges.runId, id),
          or(isNull(importChanges.kept), secondPerson ? eq(importChanges.kept, "second_person") : undefined),
          sql`${importChanges.held} <> '{}'::text[]`,
        ),
      ),
    db.select({ n: count() }).from(importMoves).where(eq(importMoves.runId, id)),
    db.select({ at: importChunks.position }).from(importChunks).where(eq(importChunks.runId, id)).limit(1),
  ]);
  return {
    faultLines: faults?.n ?? 0,
    warnings: warnings?.n ?? 0,
    changes: changes?.n ?? 0,
    tickable: tickable?.n ?? 0,
    moves: moves?.n ?? 0,
    fileKept: chunks.length > 0,
  };
}
