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

/** The mail server rejected this message, or the message is invalid. */
function isRejection(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const code = "code" in error ? String(error.code) : "";
  if (code === "EAUTH" || code === "ENOAUTH") return false;
  return ("responseCode" in error && Boolean(error.responseCode)) || code === "" || code === "EENVELOPE";
}
