import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { importChunks } from "@/db/schema/import";

/** One piece of an uploaded file, sealed; null behind the last, and after the file was forgotten. */
export async function readChunk(db: Database, run: string, position: number): Promise<Buffer | null> {
  const [row] = await db
    .select({ content: importChunks.content })
    .from(importChunks)
    .where(and(eq(importChunks.runId, run), eq(importChunks.position, position)));
  return row?.content ?? null;
}
