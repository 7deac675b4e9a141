import nodemailer, { type Transporter } from "nodemailer";
import { type Database, jobsDatabase } from "@/db/client";
import { claimMails, type DueMail, markMailFailed, markMailSent } from "@/db/queries/mail";
import { env } from "@/lib/env";
import { log, logError } from "@/lib/log";
import { openMail } from "./outbox";

const EVERY_MS = 1_000;
const BATCH = 5;
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
    if (!DEMO) log.warn({ event: "mail.no_server", reason: "SMTP_URL is not set: mails wait" });
    return { stop: async () => {} };
  }
  const transport = mailTransport(SMTP_URL);
  const from = MAIL_FROM ?? "proveedores@localhost";
  let stopped = false;
  let wake = () => {};
  const running = (async () => {
    while (!stopped) {
      const sent = await sendDueMails(jobsDatabase(), transport, from);
      if (sent === BATCH) continue;
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

/** One round: takes what is due and sends it. Answers how many it took; never throws. */
export async function sendDueMails(db: Database, transport: Transporter, from: string): Promise<number> {
  try {
    const due = await claimMails(db, BATCH, LEASE_SECONDS);
    for (const mail of due) await sendMail(db, transport, from, mail);
    return due.length;
  } catch (error) {
    logError("mail.round_failed", error, {}, "warn");
    return 0;
  }
}

async function sendMail(db: Database, transport: Transporter, from: string, mail: DueMail): Promise<void> {
  try {
    const { to, subject, text } = openMail(mail.eventKey, mail.content);
    await transport.sendMail({ from, to, subject, text, messageId: mail.messageId });
  } catch (error) {
    const { id, attempts } = mail;
    logError("mail.not_sent", error, { mail: id, attempts, reason: reasonOf(error) }, "warn");
    await markMailFailed(db, mail.id, {
      error: reasonOf(error),
      retrySeconds: retrySeconds(mail.attempts),
      giveUpSeconds: GIVE_UP_SECONDS,
    });
    return;
  }
  await markMailSent(db, mail.id);
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
