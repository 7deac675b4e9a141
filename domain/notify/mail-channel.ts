import nodemailer from "nodemailer";
import { maskedEmail } from "@/domain/account/masked-email";
import { env } from "@/lib/env";
import type { ChannelKind, Sender } from "./channel";

const SMTP_TIMEOUT_MS = 15_000;

/** Asks programs not to send automatic replies (RFC 3834). */
const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

export const mailChannel: ChannelKind = {
  addressOf: ({ email }) => email,
  masked: maskedEmail,
  open: () => {
    const { SMTP_URL, MAIL_FROM } = env();
    return SMTP_URL ? mailSender(SMTP_URL, MAIL_FROM ?? "proveedores@localhost") : null;
  },
};

export function mailSender(url: string, from: string): Sender {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  });
  return {
    send: async ({ to, subject, text }, messageId) => {
      await transport.sendMail({ from, to, subject, text, messageId, headers });
    },
    isRejection,
    close: () => transport.close(),
  };
}

/** "Service not available", at any step: the server is leaving, whatever the message. */
const LEAVING = 421;

/**
 * The mail server rejected this message or its recipient, or the message is invalid. What it says before it knows the
 * recipient (greeting, login, our own sender's address) concerns every message, so it ends none: a server that is
 * closed for a weekend would else end them all.
 */
function isRejection(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return true;
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  if (responseCode === LEAVING || (command === "MAIL FROM" && responseCode)) return false;
  return error.code === "EENVELOPE" || error.code === "EMESSAGE";
}
