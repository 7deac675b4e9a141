import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** One piece of an uploaded file, sealed; null behind the last, and after the file was forgotten. */
export async function readChunk(db: Database, run: string, position: number): Promise<Buffer | null> {
  const [row] = await db.execute<{ content: Buffer }>(
    sql`select content from import_chunk where run_id = ${run}::uuid and position = ${position}`,
  );
  return row?.content ?? null;
}
