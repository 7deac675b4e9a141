import "server-only";
import { dateTime } from "@/lib/format/date";
import { currentLanguage } from "@/messages";
import type { Notice } from "./channel";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What changed of a person's second factor, for the e-mail that says so. */
type Change = "factorAdded" | "factorEnded" | "codesCreated";

/** Tells a person that their second factor changed now. */
export async function factorNotice(change: Change, links: MailLinks): Promise<Notice> {
  const [{ mails, signature }, language] = await Promise.all([mailTexts(), currentLanguage()]);
  const { subject, text } = mails.account[change];
  const when = dateTime(new Date(), language);
  return { subject: subject(when), text: text(when, links.recovery(), signature) };
}

/** Tells a person that somebody lets them enrol another second factor, with the link by which they object. */
export async function factorResetEmail(links: MailLinks): Promise<(token: string) => Notice> {
  const { mails, portal, signature } = await mailTexts();
  const { subject, text } = mails.account.factorReset;
  return (token) => ({ subject: subject(portal), text: text(links.objection(token), signature) });
}
