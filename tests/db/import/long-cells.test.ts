import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { listFaults } from "@/db/queries/import-runs";
import { workOnImport } from "@/domain/import/job";
import { cellPlace } from "@/domain/import/sealed-file";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("celdas_largas"), null, 2);
  grant = await importer(owner);
});
afterAll(() => owner.end());

test("of a refused cell no more is kept than its page shows, however long it is", async () => {
  const run = await upload(grant, orderFile([orderCells(1, { NRODCTO: "0L1", VALOR: "9x".repeat(20_000) })]));
  await workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
  const [fault] = await listFaults(cajaDatabase(), run, { warning: false, limit: 10 });
  expect(fault).toMatchObject({ column: "VALOR", code: "value_letter" });
  const kept = unseal(fault?.saidSealed ?? Buffer.alloc(0), cellPlace(run, 2, 0));
  expect(kept).toMatch(/^(9x){30}…$/);
});
