import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { mailsJson } from "@/db/queries/notify";
import { composeMail } from "@/domain/notify/outbox";
import { env } from "@/lib/env";
import { dateTime } from "@/lib/format/date";
import { log } from "@/lib/log";
import { isLeader } from "@/lib/process-state";
import { esCO } from "@/messages/es-CO";
import { type AuditEventLine, type AuditHead, nextHead, readHead } from "./chain";
import { putAside, writeOnce } from "./head-file";

const HOUR_MS = 3_600_000;
const NOT_LEADER_MS = 5_000;
/** An alarm after three hours without a head. */
const JOB = { name: "audit.heads", dueSeconds: 3 * 3_600 };
/** What is read and hashed in one piece, before the process answers others: some 30 milliseconds. */
const MOST_EVENTS = 2_000;
/** Between two pieces, so that years of a log do not take the database and the processor for themselves. */
const PAUSE_MS = 50;

const NAME = /^head-\d{9}\.json$/;
const nameOf = (number: number) => `head-${String(number).padStart(9, "0")}.json`;

/**
 * Writes a head of the log every hour, where AUDIT_HEADS_FOLDER and AUDIT_HEADS_KEY are set, and mails what it says to
 * AUDIT_HEADS_MAIL.
 */
export function startAuditHeads(): void {
  const { AUDIT_HEADS_FOLDER: folder, AUDIT_HEADS_KEY: key, AUDIT_HEADS_MAIL: to } = env();
  if (!folder || !key) return;
  const seed = Buffer.from(key, "base64");
  const round = async () => {
    if (!isLeader()) return void setTimeout(round, NOT_LEADER_MS).unref();
    await runJob(jobsDatabase(), JOB, () => keepHeads(jobsDatabase(), folder, seed, to));
    setTimeout(round, HOUR_MS).unref();
  };
  void round();
}

/** One round: writes what came since the last head, and mails the last one that it wrote, also where it then fails. */
export async function keepHeads(db: Database, folder: string, seed: Buffer, to?: string): Promise<void> {
  let latest: AuditHead | null = null;
  try {
    for await (const head of writeHeads(db, folder, seed)) {
      latest = head;
      if (!isLeader()) break;
    }
  } finally {
    // Its chain is made over those before it, so a round of many heads is one mail.
    if (to && latest) await mailHead(db, latest, to);
  }
}

/** The heads of a folder as they were written, the first one first, each read when its turn comes. */
export const headFiles = (folder: string): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (const name of headNames(folder)) yield readFileSync(path.join(folder, name), "utf8");
  },
});

const headNames = (folder: string) =>
  readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort();

/**
 * Writes what came since the last head: one head, or more where a head would cover more than `most` events, as in the
 * first round of a folder that is named when the log is years old. Gives each when its file stands. A file is never
 * written over: of two processes, one fails. Without a new event a head is written too, so that one that was taken away
 * is missed within the hour.
 */
export async function* writeHeads(
  db: Database,
  folder: string,
  seed: Buffer,
  most = MOST_EVENTS,
): AsyncGenerator<AuditHead> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { former, isCut } = lastHead(folder);
  const upTo = await call(db, "audit_settled_up_to", {});
  let last = former;
  for await (const events of readAuditPieces(db, former?.upTo ?? 0, upTo, most)) {
    if (events.length === 0 && last !== former) break;
    last = nextHead(last, events, new Date().toISOString(), seed);
    writeOnce(path.join(folder, nameOf(last.number)), JSON.stringify(last));
    yield last;
    await pause(PAUSE_MS);
  }
  if (isCut) throw new CutHead();
}

/** Said once the heads after it are written, so that somebody compares the file that was put aside. */
class CutHead extends Error {
  readonly code = "HEAD_CUT";
}

/**
 * The last head of a folder that can be read. A file after it that was cut, by a full disk or a loss of power, is kept
 * under another name, and its number is given again.
 */
function lastHead(folder: string): { former: AuditHead | null; isCut: boolean } {
  let isCut = false;
  for (const name of headNames(folder).reverse()) {
    const file = path.join(folder, name);
    const former = readHead(readFileSync(file, "utf8"));
    if (former) return { former, isCut };
    log.error({ event: "audit.head_cut", file: name });
    putAside(file);
    isCut = true;
  }
  return { former: null, isCut };
}

/** Queues the mail of a head, once: chain and signature, by which its file can be compared. */
async function mailHead(db: Database, head: AuditHead, to: string): Promise<void> {
  const { headSubject, headText } = esCO.admin.audit.mail;
  const mail = composeMail("audit.head", String(head.number), {
    to,
    subject: headSubject(head.number),
    text: headText({ ...head, file: nameOf(head.number), at: dateTime(new Date(head.at), "es-CO") }),
  });
  await call(db, "queue_head_mail", { mails: mailsJson([mail]) });
}

/**
 * Each event after a number, as the line that heads are made of, in pieces of so many; the last piece has fewer, and is
 * empty where nothing is left.
 */
export async function* readAuditPieces(
  db: Database,
  after: number,
  upTo: number,
  limit = MOST_EVENTS,
): AsyncGenerator<AuditEventLine[]> {
  for (let last = after; ; ) {
    const lines = await call(db, "audit_lines", { after: last, upTo, limit });
    yield lines;
    if (lines.length < limit) return;
    last = lines.at(-1)?.seq ?? upTo;
  }
}
