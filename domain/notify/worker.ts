import { type Database, jobsDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { areMailsStuck, releaseMails } from "@/db/queries/notify";
import { env } from "@/lib/env";
import { log, logError } from "@/lib/log";
import { isLeader } from "@/lib/process-state";
import type { Channel } from "@/model/notify";
import type { Sender } from "./channel";
import { channels } from "./channels";
import { openMessage } from "./outbox";

const EVERY_MS = 1_000;
const BATCH = 5;
const HOUR_MS = 3_600_000;
/** Longer than a batch can take with the channels' timeouts, so that no other worker sends the same message. */
const LEASE_SECONDS = 300;
const GIVE_UP_SECONDS = 24 * 60 * 60;

export type OutboxWorker = { stop: () => Promise<void> };

/** What sends for each channel; a channel without a server has none. */
export type Senders = Partial<Record<Channel, Sender>>;

/**
 * Sends the messages of the outbox, as long as the process lives. Never throws: it retries while the database
 * or a server is down. Without a mail server the messages stay queued.
 */
export function startOutboxWorker(): OutboxWorker {
  const senders = openSenders();
  if (!senders.mail) {
    if (env().DEMO) return { stop: async () => {} };
    log.warn({ event: "mail.no_server", reason: "SMTP_URL is not set: mails wait" });
    const tell = () => jobReporter(jobsDatabase())(new NoServer("SMTP_URL is not set"));
    void tell();
    const timer = setInterval(tell, HOUR_MS).unref();
    return { stop: async () => clearInterval(timer) };
  }
  let stopped = false;
  let wake = () => {};
  const report = jobReporter(jobsDatabase());
  const running = (async () => {
    while (!stopped) {
      if (isLeader()) {
        if (await deliverAndReport(jobsDatabase(), senders, report, () => stopped)) continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, EVERY_MS).unref();
      });
    }
    for (const sender of Object.values(senders)) sender.close();
  })();
  return {
    stop: () => {
      stopped = true;
      wake();
      return running;
    },
  };
}

function openSenders(): Senders {
  const senders: Senders = {};
  for (const name of Object.keys(channels) as Channel[]) {
    const sender = channels[name].open();
    if (sender) senders[name] = sender;
  }
  return senders;
}

type Report = (failure: Error | null) => Promise<void>;

/**
 * One round, and what it says of sending. A round without messages says nothing while some wait for a server that
 * did not take them: their next attempt can be a quarter of an hour away, and until then the alarm stays.
 * @returns whether more is due at once
 */
export async function deliverAndReport(
  db: Database,
  senders: Senders,
  report: Report,
  stopped?: () => boolean,
): Promise<boolean> {
  const { taken, failure } = await deliverDue(db, senders, stopped);
  const silent = taken === 0 && failure === null && (await areMailsStuck(db).catch(() => true));
  if (!silent) await report(failure);
  return taken === BATCH && failure === null;
}

/** Result of a round: the number of messages, and what prevented sending, unless it was the message itself. */
export type OutboxBatch = { taken: number; failure: Error | null };

/**
 * One round: takes what is due and sends it. Never throws.
 * @param stopped checked between two messages; the current one is sent, the others are released
 */
export async function deliverDue(
  db: Database,
  senders: Senders,
  stopped = () => false,
): Promise<OutboxBatch> {
  let taken = 0;
  let failure: Error | null = null;
  try {
    const due = await call(db, "claim_mails", { limit: BATCH, leaseSeconds: LEASE_SECONDS });
    taken = due.length;
    for (const [at, message] of due.entries()) {
      if (stopped()) {
        const unsent = due.slice(at).map(({ id }) => id);
        await releaseMails(db, unsent);
        break;
      }
      failure = (await deliver(db, senders, message)) ?? failure;
    }
  } catch (error) {
    logError("mail.round_failed", error, {}, "warn");
    failure = error instanceof Error ? error : new Error("unknown");
  }
  return { taken, failure };
}

/** Returns the error when no server was reachable or accepted our login, which is no fault of the message. */
async function deliver(
  db: Database,
  senders: Senders,
  row: Answer<"claim_mails">[number],
): Promise<Error | null> {
  const attempts = await call(db, "begin_mail", { mail: row.id, leaseSeconds: LEASE_SECONDS });
  if (attempts === null) return null;
  let sender: Sender | undefined;
  try {
    const message = openMessage(row.eventKey, row.content);
    sender = senders[message.channel];
    if (!sender) throw new NoServer(message.channel);
    await sender.send(message, row.messageId);
  } catch (error) {
    const reason = reasonOf(error);
    // A message that cannot be decrypted ends like a rejected one.
    const refused = error instanceof NoServer ? false : (sender?.isRejection(error) ?? true);
    logError("mail.not_sent", error, { mail: row.id, attempts, reason }, "warn");
    await call(db, "mark_mail_failed", {
      mail: row.id,
      error: reason,
      retrySeconds: retrySeconds(attempts),
      giveUpSeconds: GIVE_UP_SECONDS,
      refused,
    });
    return refused || !(error instanceof Error) ? null : error;
  }
  await call(db, "mark_mail_sent", { mail: row.id });
  return null;
}

class NoServer extends Error {
  override name = "NoServer";
}

const JOB = { name: "mail", dueSeconds: 30 * 60 };
const REPORT_EVERY_MS = 60_000;

/** Logs the state of sending when it changes, else at most once a minute. */
export function jobReporter(db: Database): Report {
  let last: { at: number; well: boolean } | undefined;
  return async (failure) => {
    const well = failure === null;
    if (last?.well === well && performance.now() - last.at < REPORT_EVERY_MS) return;
    last = { at: performance.now(), well };
    await runJob(db, JOB, async () => {
      if (failure) throw failure;
    });
  };
}

/** Pause before the next attempt: 2 s, 4 s, 8 s … at most a quarter of an hour. */
export function retrySeconds(attempts: number): number {
  return Math.min(2 ** Math.min(attempts, 20), 900);
}

/** The kind of error without the server's text, which can contain the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? String(error.code) : error.name;
  return "responseCode" in error && error.responseCode ? `${code} ${String(error.responseCode)}` : code;
}
