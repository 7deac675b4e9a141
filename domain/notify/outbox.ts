import { randomUUID } from "node:crypto";
import { z } from "zod";
import { seal, unseal } from "@/lib/crypto/seal";
import { env } from "@/lib/env";
import type { ComposedMail } from "@/model/email";

export type EmailMessage = { to: string; subject: string; text: string };

/**
 * Closes a letter for the outbox. `eventKey` names the event it tells of ("request.decided:<id>:<seq>"):
 * one event is one row with one stable Message-ID, however often it is queued.
 */
export function composeMail(mail: EmailMessage & { eventKey: string }): ComposedMail {
  const { eventKey, to, subject, text } = mail;
  return {
    eventKey,
    messageId: `<${randomUUID()}@${mailHost()}>`,
    content: seal(JSON.stringify({ to, subject, text }), `mail.content:${eventKey}`),
  };
}

const LetterSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Opens the letter of an outbox row. @throws when it was not closed for this event */
export function openMail(eventKey: string, content: Uint8Array): EmailMessage {
  return LetterSchema.parse(JSON.parse(unseal(content, `mail.content:${eventKey}`)));
}

function mailHost(): string {
  const url = env().PUBLIC_URL;
  return url ? new URL(url).hostname : "localhost";
}
