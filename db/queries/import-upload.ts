import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";

type Importer = Grant<"order.import">;

/** Opens the record of a file that is being brought. @throws Error when the person may not any more */
export async function openUpload(db: Database, { actor }: Importer, fileName: string): Promise<string> {
  const [row] = await db.execute<{ id: string | null }>(
    sql`select open_import_upload(${actor.personId}::uuid, ${fileName}) as id`,
  );
  if (!row?.id) throw new Error("the upload was not opened");
  return row.id;
}

export async function putChunk(
  db: Database,
  { actor }: Importer,
  run: string,
  position: number,
  sealed: Buffer,
): Promise<void> {
  await db.execute(
    sql`select put_import_chunk(${run}::uuid, ${actor.personId}::uuid, ${position}, ${sealed})`,
  );
}

/** The file is whole: from here on it is looked at in the background. */
export async function closeUpload(
  db: Database,
  { actor }: Importer,
  run: string,
  file: { sha256: Buffer; lines: number },
  ip: string,
): Promise<void> {
  await db.execute(
    sql`select close_import_upload(${run}::uuid, ${actor.personId}::uuid, ${file.sha256}, ${file.lines}, ${ip})`,
  );
}

/** Records a file that was refused by its first bytes as a run that failed. */
export async function refuseUpload(
  db: Database,
  { actor }: Importer,
  file: { name: string; failure: string; fact: string },
  ip: string,
): Promise<void> {
  await db.execute(
    sql`select refuse_import_upload(${actor.personId}::uuid, ${file.name}, ${file.failure}, ${file.fact}, ${ip})`,
  );
}

/** False when somebody confirmed or cancelled before. */
export async function confirmImport(
  db: Database,
  { actor }: Importer,
  run: string,
  applyChanges: boolean,
  ip: string,
): Promise<boolean> {
  const [row] = await db.execute<{ done: boolean }>(
    sql`select confirm_import(${run}::uuid, ${actor.personId}::uuid, ${applyChanges}, ${ip}) as done`,
  );
  return row?.done ?? false;
}

/** False when it was already confirmed or ended. */
export async function cancelImport(
  db: Database,
  { actor }: Importer,
  run: string,
  ip: string,
): Promise<boolean> {
  const [row] = await db.execute<{ done: boolean }>(
    sql`select cancel_import(${run}::uuid, ${actor.personId}::uuid, ${ip}) as done`,
  );
  return row?.done ?? false;
}

export async function logFaultsRead(
  db: Database,
  { actor }: Importer,
  run: string,
  ip: string,
): Promise<void> {
  await db.execute(sql`select log_import_faults_read(${run}::uuid, ${actor.personId}::uuid, ${ip})`);
}

/** One piece of an uploaded file, sealed; null behind the last, and after the file was forgotten. */
export async function readChunk(db: Database, run: string, position: number): Promise<Buffer | null> {
  const [row] = await db.execute<{ content: Buffer }>(
    sql`select content from import_chunk where run_id = ${run}::uuid and position = ${position}`,
  );
  return row?.content ?? null;
}
