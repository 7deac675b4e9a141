import nodemailer, { type Transporter } from "nodemailer";
import { type Database, jobsDatabase } from "@/db/client";
import { runJob } from "@/db/job";
import {
  beginMail,
  claimMails,
  type DueMail,
  markMailFailed,
  markMailSent,
  releaseMails,
} from "@/db/queries/mail";
import { env } from "@/lib/env";
import { log, logError } from "@/lib/log";
import { isLeader } from "@/lib/process-state";
import { openMail } from "./outbox";

const EVERY_MS = 1_000;
const BATCH = 5;
const HOUR_MS = 3_600_000;
/** Longer than a batch can take with the timeouts below, so that no other worker sends the same mail. */
const LEASE_SECONDS = 300;
const GIVE_UP_SECONDS = 24 * 60 * 60;
const SMTP_TIMEOUT_MS = 15_000;

export type MailWorker = { stop: () => Promise<void> };

/**
 * Sends what waits in the outbox, for as long as the process lives. It never throws: with Postgres or the
 * mail server down it tries again. Without a mail server set it leaves the mails where they are.
 */
export function startMailWorker(): MailWorker {
  const { SMTP_URL, MAIL_FROM, DEMO } = env();
  if (!SMTP_URL) {
    if (DEMO) return { stop: async () => {} };
    log.warn({ event: "mail.no_server", reason: "SMTP_URL is not set: mails wait" });
    const tell = () => jobReporter()(new NoMailServer("SMTP_URL is not set"));
    void tell();
    const timer = setInterval(tell, HOUR_MS).unref();
    return { stop: async () => clearInterval(timer) };
  }
  const transport = mailTransport(SMTP_URL);
  const from = MAIL_FROM ?? "proveedores@localhost";
  let stopped = false;
  let wake = () => {};
  const report = jobReporter();
  const running = (async () => {
    while (!stopped) {
      if (isLeader()) {
        const { taken, failure } = await deliverDueMails(jobsDatabase(), transport, from, () => stopped);
        await report(failure);
        if (taken === BATCH && failure === null) continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, EVERY_MS).unref();
      });
    }
    transport.close();
  })();
  return {
    stop: () => {
      stopped = true;
      wake();
      return running;
    },
  };
}

export function mailTransport(url: string): Transporter {
  return nodemailer.createTransport({
    url,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  });
}

/** How a round went: how many mails it took, and what kept it from sending, when that was not a mail's own fault. */
export type MailBatch = { taken: number; failure: Error | null };

/**
 * One round: takes what is due and sends it. Never throws.
 * @param stopped asked between two mails; what is in hand is sent, the others are given back
 */
export async function deliverDueMails(
  db: Database,
  transport: Transporter,
  from: string,
  stopped = () => false,
): Promise<MailBatch> {
  let taken = 0;
  let failure: Error | null = null;
  try {
    const due = await claimMails(db, BATCH, LEASE_SECONDS);
    taken = due.length;
    for (const [at, mail] of due.entries()) {
      if (stopped()) {
        const unsent = due.slice(at).map(({ id }) => id);
        await releaseMails(db, unsent);
        break;
      }
      failure = (await sendMail(db, transport, from, mail)) ?? failure;
    }
  } catch (error) {
    logError("mail.round_failed", error, {}, "warn");
    failure = error instanceof Error ? error : new Error("unknown");
  }
  return { taken, failure };
}

/** Answers the error when no server could be reached, or none that lets us in: nothing to do with this mail. */
async function sendMail(
  db: Database,
  transport: Transporter,
  from: string,
  mail: DueMail,
): Promise<Error | null> {
  const attempts = await beginMail(db, mail.id, LEASE_SECONDS);
  if (attempts === null) return null;
  try {
    const { to, subject, text } = openMail(mail.eventKey, mail.content);
    await transport.sendMail({ from, to, subject, text, messageId: mail.messageId, headers });
  } catch (error) {
    const reason = reasonOf(error);
    const refused = isRefusal(error);
    logError("mail.not_sent", error, { mail: mail.id, attempts, reason }, "warn");
    await markMailFailed(db, mail.id, {
      error: reason,
      retrySeconds: retrySeconds(attempts),
      giveUpSeconds: GIVE_UP_SECONDS,
      refused,
    });
    return refused || !(error instanceof Error) ? null : error;
  }
  await markMailSent(db, mail.id);
  return null;
}

/** No programme answers an e-mail of ours (RFC 3834), and the absent do not either. */
const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

/** A mail server looked at this mail and did not want it, or the mail cannot be read at all. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const code = "code" in error ? String(error.code) : "";
  if (code === "EAUTH" || code === "ENOAUTH") return false;
  return ("responseCode" in error && Boolean(error.responseCode)) || code === "" || code === "EENVELOPE";
}

class NoMailServer extends Error {
  override name = "NoMailServer";
}

const JOB = { name: "mail", dueSeconds: 30 * 60 };
const REPORT_EVERY_MS = 60_000;

/** Writes down how sending goes when that changes, else once a minute at most. */
function jobReporter(): (failure: Error | null) => Promise<void> {
  let last: { at: number; well: boolean } | undefined;
  return async (failure) => {
    const well = failure === null;
    if (last?.well === well && Date.now() - last.at < REPORT_EVERY_MS) return;
    last = { at: Date.now(), well };
    await runJob(jobsDatabase(), JOB, async () => {
      if (failure) throw failure;
    });
  };
}

/** Pause before the next attempt: 2 s, 4 s, 8 s … at most a quarter of an hour. */
export function retrySeconds(attempts: number): number {
  return Math.min(2 ** Math.min(attempts, 20), 900);
}

/** What went wrong, without the server's words: those can carry the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? String(error.code) : error.name;
  return "responseCode" in error && error.responseCode ? `${code} ${String(error.responseCode)}` : code;
}
