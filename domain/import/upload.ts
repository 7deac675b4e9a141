import { databaseFor } from "@/db/client";
import {
  cancelImport,
  closeUpload,
  confirmImport,
  openUpload,
  putChunk,
  refuseUpload,
} from "@/db/queries/import-upload";
import { sealBytes } from "@/lib/crypto/seal";
import { TableFault } from "@/lib/table/fault";
import { type Inspected, inspectSource } from "@/lib/table/inspect";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { LARGEST_UPLOAD_BYTES } from "./limits";
import { failureOf } from "./recorded-run";
import { chunkPlace } from "./sealed-file";

const CHUNK_BYTES = 512 * 1024;

/**
 * Keeps a file of orders, sealed, for the background to look at; answers the run's id.
 * @throws TableFault when its bytes are neither text nor a workbook, or too many; it is recorded as a failed run
 */
export async function uploadOrders(
  grant: Grant<"order.import">,
  file: { name: string; content: Blob },
  client: { ip: string },
): Promise<string> {
  const db = databaseFor(grant);
  const inspected = await inspect(file.content).catch(async (error: unknown) => {
    if (error instanceof TableFault) {
      const [failure, fact] = failureOf(error);
      await refuseUpload(db, grant, { name: file.name, failure, fact }, client.ip);
    }
    throw error;
  });
  const run = await openUpload(db, grant, file.name);
  let position = 0;
  for await (const piece of piecesOf(file.content)) {
    await putChunk(db, grant, run, position, sealBytes(piece, chunkPlace(run, position)));
    position += 1;
  }
  await closeUpload(db, grant, run, inspected, client.ip);
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

/** @throws Refusal "import_moved_on" when it no longer waits for a confirmation */
export async function confirmUploaded(
  grant: Grant<"order.import">,
  input: { run: string; applyChanges: boolean },
  client: { ip: string },
): Promise<void> {
  const done = await confirmImport(databaseFor(grant), grant, input.run, input.applyChanges, client.ip);
  if (!done) throw new Refusal("import_moved_on");
}

/** @throws Refusal "import_moved_on" when it was confirmed or has ended */
export async function cancelUploaded(
  grant: Grant<"order.import">,
  run: string,
  client: { ip: string },
): Promise<void> {
  if (!(await cancelImport(databaseFor(grant), grant, run, client.ip))) throw new Refusal("import_moved_on");
}
