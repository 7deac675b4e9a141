import "server-only";
import type { EmailChangeMails } from "@/domain/own-account/email-change";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Notice } from "./channel";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/**
 * Tells a person that somebody signed in on a device that they did not use before. `last` also says that no other
 * sign-in of this hour will be told.
 */
export async function newDeviceNotices(
  device: { browser: string | null; system: string | null },
  network: string | null,
  links: MailLinks,
): Promise<{ notice: Notice; last: Notice }> {
  const [{ mails, signature }, language, { ownAccount }] = await Promise.all([
    mailTexts(),
    currentLanguage(),
    currentMessages(),
  ]);
  const { subject, text, noMore } = mails.account.newDevice;
  const when = dateTime(new Date(), language);
  const what = ownAccount.sessions.device(device);
  const noticeWith = (more: string): Notice => ({
    subject: subject(what),
    text: text(when, what, network ?? "—", links.recovery(), more + signature),
  });
  return { notice: noticeWith(""), last: noticeWith(noMore) };
}

/** The letters of a change of e-mail. */
export async function emailChangeMails(links: MailLinks): Promise<EmailChangeMails> {
  const { mails, portal, signature } = await mailTexts();
  const { emailOld, emailNew, emailKnown } = mails.account;
  return {
    toOld: (token, newEmail) => ({
      subject: emailOld.subject(portal),
      text: emailOld.text(links.emailChange(token), newEmail, links.recovery(), signature),
    }),
    toNew: (token) => ({
      subject: emailNew.subject(portal),
      text: emailNew.text(links.emailChange(token), signature),
    }),
    taken: { subject: emailKnown.subject(portal), text: emailKnown.text(links.signIn(), signature) },
  };
}

/** Tells both addresses that the e-mail of the account changed now. */
export async function emailChangedNotice(): Promise<Notice> {
  const [{ mails, signature }, language] = await Promise.all([mailTexts(), currentLanguage()]);
  const { subject, text } = mails.account.emailChanged;
  const when = dateTime(new Date(), language);
  return { subject: subject(when), text: text(when, signature) };
}
