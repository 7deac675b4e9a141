import type { Database } from "@/db/client";
import type { Answer } from "@/db/contract/call";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { findShownMoves } from "@/db/queries/agreement-import";
import { findImportRules } from "@/db/queries/import-orders";
import { agreementSample } from "@/domain/agreement/sample";
import { walkAgreements } from "@/domain/agreement/walk";
import type { Warning } from "@/model/import";
import type { Fault } from "./cells";
import type { DayOrder } from "./day-order";
import type { ImportCounts, ListedChange, Move } from "./findings";
import { walkOrders } from "./plan-file";
import { orderSample } from "./sample";
import type { TableFile } from "./table-walk";

/** What a batch of any file found. */
type FoundBatch = { faults: Fault[]; changes: ListedChange[]; warnings?: Warning[]; moves?: Move[] };

type Walk = (
  db: Database,
  file: TableFile,
  claimed: NonNullable<Answer<"claim_import">>,
  onBatch: (batch: FoundBatch, counts: ImportCounts) => Promise<void>,
) => Promise<{ counts: ImportCounts; dayOrder: DayOrder; sample: object[] }>;

/** How an uploaded file is read and written, by what it is about. */
export const walks: Record<ImportSubject, Walk> = {
  orders: async (db, file, { id, state, applyChanges, secondPerson }, onBatch) => {
    const run = state === "preview_queued" ? null : id;
    const plan = { rules: await findImportRules(db), run, applyChanges, secondPerson };
    const sample = orderSample();
    const walked = await walkOrders(db, file, plan, async (batch, counts) => {
      sample.add(batch.good);
      await onBatch(batch, counts);
    });
    return { ...walked, sample: sample.rows };
  },
  agreements: async (db, file, { id, state }, onBatch) => {
    const run = state === "preview_queued" ? null : id;
    const choice = run ? await findShownMoves(db, run) : "none";
    const sample = agreementSample();
    const walked = await walkAgreements(db, file, { run, choice }, async (batch, counts) => {
      sample.add(batch.good);
      await onBatch(batch, counts);
    });
    return { ...walked, sample: sample.rows };
  },
};
