import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findImport } from "@/db/queries/import-runs";
import { cancelUploaded } from "@/domain/import/upload";
import { client, importer } from "@/tests/support/factories/upload";
import { owner } from "@/tests/support/look-up-orders";

test("a file that is cancelled while its pieces arrive ends as cancelled, and keeps no piece", async () => {
  const grant = await importer(owner);
  const actor = grant.actor.personId;
  const { run } = await call(cajaDatabase(), "begin_import_upload", { actor, file: "largo.csv" });
  const id = run ?? "";
  const put = (position: number) =>
    call(cajaDatabase(), "put_import_chunk", { run: id, actor, position, content: Buffer.from("AS;1") });
  await put(0);
  await cancelUploaded(grant, id, client);
  await put(1);
  const close = { run: id, actor, sha256: Buffer.alloc(32), lines: 1, ip: client.ip };
  await call(cajaDatabase(), "close_import_upload", close);
  expect(await findImport(cajaDatabase(), grant, id)).toMatchObject({ state: "cancelled" });
  expect(await owner`select from import_chunk where run_id = ${id}`).toHaveLength(0);
  await expect(
    call(cajaDatabase(), "close_import_upload", { ...close, run: randomUUID() }),
  ).rejects.toThrow();
});
