import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { requireDone } from "@/domain/outcome";
import { sealBytes } from "@/lib/crypto/seal";
import { TableFault } from "@/lib/table/fault";
import { type Inspected, inspectSource } from "@/lib/table/inspect";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { LARGEST_UPLOAD_BYTES } from "./limits";
import { failureOf } from "./recorded-run";
import { chunkPlace } from "./sealed-file";

const CHUNK_BYTES = 512 * 1024;

/** Of somebody who may bring files about at least one subject; SQL asks for the one of the run. */
export type ImportGrant = Grant<"order.import" | "agreement.manage">;

/**
 * Stores a file, encrypted, for the background worker; returns the run's id.
 * @throws TableFault when its bytes are neither text nor a workbook, or too many; it is recorded as a failed
 * run
 */
export async function uploadTable(
  grant: ImportGrant,
  subject: ImportSubject,
  file: { name: string; content: Blob },
  client: { ip: string },
): Promise<string> {
  const db = databaseFor(grant);
  const actor = grant.actor.personId;
  const { ip } = client;
  const inspected = await inspect(file.content).catch(async (error: unknown) => {
    if (error instanceof TableFault) {
      await call(db, "record_refused_upload", { actor, subject, file: file.name, ...failureOf(error), ip });
    }
    throw error;
  });
  const { outcome, run } = await call(db, "begin_import_upload", { actor, subject, file: file.name });
  if (outcome !== "done" || run === null) throw new Refusal("not_allowed");
  let position = 0;
  for await (const piece of piecesOf(file.content)) {
    const content = sealBytes(piece, chunkPlace(run, position));
    await call(db, "put_import_chunk", { run, actor, position, content });
    position += 1;
  }
  const { sha256, lines } = inspected;
  await call(db, "close_import_upload", { run, actor, sha256, lines, ip });
  return run;
}

async function inspect(content: Blob): Promise<Inspected> {
  if (content.size > LARGEST_UPLOAD_BYTES) throw new TableFault("too_large");
  return inspectSource(() => piecesOf(content));
}

async function* piecesOf(content: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.size; at += CHUNK_BYTES)
    yield new Uint8Array(await content.slice(at, at + CHUNK_BYTES).arrayBuffer());
}

/** The ticks of a page of convenios: of its lines these, and which were ticked on all pages when it was shown. */
type TickedPage = { moves: readonly number[]; first: number; last: number; version: string };

/**
 * Keeps the ticks of a page of a file that waits for its confirmation.
 * @throws Refusal "import_moved_on" · "import_ticks_changed" when somebody else ticked meanwhile
 */
export async function tickMoves(
  grant: ImportGrant,
  { run, moves, first, last, version }: TickedPage & { run: string },
): Promise<void> {
  const args = { run, moves: moves.map(String), first, last, version, actor: grant.actor.personId };
  requireDone("import_outcome", await call(databaseFor(grant), "tick_import_moves", args));
}

/**
 * @throws Refusal "import_moved_on" when it no longer waits for a confirmation · "import_ticks_changed" when somebody
 * else ticked meanwhile
 */
export async function confirmUploaded(
  grant: ImportGrant,
  input: { run: string; applyChanges?: boolean } & Partial<TickedPage>,
  client: { ip: string },
): Promise<void> {
  const { run, applyChanges: apply = false, moves = [], first = null, last = null, version = null } = input;
  const page = { moves: moves.map(String), first, last, version };
  const args = { run, apply, ...page, actor: grant.actor.personId, ip: client.ip };
  requireDone("import_outcome", await call(databaseFor(grant), "accept_import", args));
}

/** @throws Refusal "import_moved_on" when it was confirmed or has ended */
export async function cancelUploaded(grant: ImportGrant, run: string, client: { ip: string }): Promise<void> {
  const args = { run, actor: grant.actor.personId, ip: client.ip };
  requireDone("import_outcome", await call(databaseFor(grant), "stop_import", args));
}
