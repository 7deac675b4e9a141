import { createHash } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { deviceMailBudgets } from "@/domain/account/budgets";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { shortDigest } from "@/lib/crypto/digest";
import { tokenHash } from "@/lib/crypto/token";
import { deviceOf } from "./device";

/** The browser that a request comes from: its device's name as a digest, and its kind without a version. */
export type Browser = { device: Buffer | null; agent: string; ip: string };

/** @param name of the device's cookie; null before anybody signed in on it */
export function browserOf(name: string | null, userAgent: string, ip: string): Browser {
  return {
    device: name === null ? null : createHash("sha256").update(`device ${name}`).digest(),
    agent: deviceOf(userAgent).browser ?? "",
    ip,
  };
}

/**
 * Binds a whole session to the browser that it was opened with, and tells its person when that is new to them: a few
 * times an hour, the last time with `last`, which says that others are not told.
 * @param isKnown whether the person signed in on the device before
 */
export async function bindSession(
  token: string,
  { email, isKnown }: { email: string; isKnown: boolean },
  { device, agent }: Browser,
  notices: { notice: Notice; last: Notice },
): Promise<void> {
  if (!device) return;
  const mailsOf = (notice: Notice) =>
    mailsJson([composeMail("account.device", shortDigest(token), { to: email, ...notice })]);
  await call(doorDatabase(), "bind_session", {
    tokenHash: tokenHash(token),
    device,
    agent,
    known: isKnown,
    mails: mailsOf(notices.notice),
    lastMails: mailsOf(notices.last),
    budgets: deviceMailBudgets(shortDigest(email)),
  });
}
