import type { Database } from "@/db/client";
import { readChunk } from "@/db/queries/import-upload";
import { unsealBytes } from "@/lib/crypto/seal";
import type { Source } from "@/lib/table/source";
import { chunkPlace } from "./sealed-file";

/** An uploaded file as a source: it is opened piece by piece and never lies on a disk in the clear. */
export function storedFile(db: Database, run: string): Source {
  return async function* () {
    for (let position = 0; ; position++) {
      const sealed = await readChunk(db, run, position);
      if (!sealed) return;
      yield unsealBytes(sealed, chunkPlace(run, position));
    }
  };
}
