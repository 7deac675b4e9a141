import { setTimeout as pause } from "node:timers/promises";
import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { sealPerson } from "@/domain/account/sealed-fields";
import { documentPlace } from "@/domain/request/sealed-documents";
import { sealBytes } from "@/lib/crypto/seal";
import { isLeader } from "@/lib/process-state";

const EVERY_MS = 10 * 60_000;
const NOT_LEADER_MS = 5_000;
const JOB = { name: "sealing.data", dueSeconds: 3_600 };
const PEOPLE = 200;
/** A document has up to 10 MB, and the batch is held in memory. */
const DOCUMENTS = 5;
/** Between two batches, so that the counters' statements come first. */
const BREATH_MS = 20;

/** Seals at start-up, and then every ten minutes, what processes of an earlier version wrote as it was. */
export function startSealingJob(): void {
  const round = async () => {
    if (!isLeader()) return void setTimeout(round, NOT_LEADER_MS).unref();
    await runJob(jobsDatabase(), JOB, () => sealPlain(jobsDatabase()));
    setTimeout(round, EVERY_MS).unref();
  };
  void round();
}

/** Batch after batch, until nothing is left as it was written. */
export async function sealPlain(db: Database): Promise<void> {
  while ((await sealPeople(db)) === PEOPLE) await pause(BREATH_MS);
  while ((await sealDocuments(db)) === DOCUMENTS) await pause(BREATH_MS);
}

async function sealPeople(db: Database): Promise<number> {
  const people = await call(db, "list_unsealed_people", { limit: PEOPLE });
  for (const { personId: person, idNumber, mobile } of people)
    await call(db, "seal_person", {
      person,
      idNumber,
      mobile,
      sealed: sealPerson(person, { idNumber, mobile }),
    });
  return people.length;
}

async function sealDocuments(db: Database): Promise<number> {
  const documents = await call(db, "list_unsealed_documents", { limit: DOCUMENTS });
  for (const { documentId: document, content } of documents)
    await call(db, "seal_document", { document, sealed: sealBytes(content, documentPlace(document)) });
  return documents.length;
}
