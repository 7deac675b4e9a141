import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { mailsJson } from "@/db/queries/notify";
import { composeMail } from "@/domain/notify/outbox";
import { env } from "@/lib/env";
import { dateTime } from "@/lib/format/date";
import { isLeader } from "@/lib/process-state";
import { esCO } from "@/messages/es-CO";
import { type AuditEventLine, AuditHead, nextHead } from "./chain";

const HOUR_MS = 3_600_000;
const NOT_LEADER_MS = 5_000;
/** An alarm after three hours without a head. */
const JOB = { name: "audit.heads", dueSeconds: 3 * 3_600 };
const BATCH = 2_000;

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
    await runJob(jobsDatabase(), JOB, async () => {
      const head = await writeHead(jobsDatabase(), folder, seed);
      if (to) await mailHead(jobsDatabase(), head, to);
    });
    setTimeout(round, HOUR_MS).unref();
  };
  void round();
}

/** The heads of a folder as they were written, the first one first. */
export const readHeadFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), "utf8"));

/**
 * Writes the head over what came since the last one. A file is never written over: of two processes, one fails.
 * Without a new event a head is written too, so that one that was taken away is missed within the hour.
 */
export async function writeHead(db: Database, folder: string, seed: Buffer): Promise<AuditHead> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const latest = readHeadFiles(folder).at(-1);
  const former = latest ? AuditHead.parse(JSON.parse(latest)) : null;
  const events: AuditEventLine[] = [];
  const upTo = await call(db, "audit_settled_up_to", {});
  for await (const event of readAuditLines(db, former?.upTo ?? 0, upTo)) events.push(event);
  const head = nextHead(former, events, new Date().toISOString(), seed);
  writeFileSync(path.join(folder, nameOf(head.number)), JSON.stringify(head), { flag: "wx", mode: 0o600 });
  return head;
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

/** Each event after a number, as the line that heads are made of. */
export async function* readAuditLines(
  db: Database,
  after: number,
  upTo: number,
): AsyncGenerator<AuditEventLine> {
  for (let last = after; ; ) {
    const lines = await call(db, "audit_lines", { after: last, upTo, limit: BATCH });
    yield* lines;
    if (lines.length < BATCH) return;
    last = lines.at(-1)?.seq ?? upTo;
  }
}
