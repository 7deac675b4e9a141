import "server-only";
import type { ConfirmationEmails } from "@/domain/account/register";
import type { OfficialInvitationEmail } from "@/domain/caja/people";
import type { InvitationEmails } from "@/domain/team/invite-member";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { ProviderRole } from "@/model/access";
import type { Notice } from "./channel";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** The e-mails of a registration; whose account can own no company gets one without a link to go on. */
export async function confirmationEmails(links: MailLinks): Promise<ConfirmationEmails> {
  const { mails, portal, signature } = await mailTexts();
  const { confirm, known, barred } = mails.account;
  return (_answers, token) => ({
    confirm: {
      subject: confirm.subject(portal),
      text: confirm.text(links.confirmation(token), signature),
    },
    known: {
      subject: known.subject(portal),
      text: known.text(links.confirmation(token), links.signIn(), links.recovery(), signature),
    },
    barred: { subject: barred.subject(portal), text: barred.text(signature) },
  });
}

/** The e-mail with the link to choose a new password. */
export async function passwordEmail(links: MailLinks): Promise<(token: string) => Notice> {
  const { mails, portal, signature } = await mailTexts();
  const { subject, text } = mails.account.password;
  return (token) => ({
    subject: subject(portal),
    text: text(links.newPassword(token), signature),
  });
}

/** Tells a person that the password changed now. */
export async function passwordNotice(links: MailLinks): Promise<Notice> {
  const [{ mails, signature }, language] = await Promise.all([mailTexts(), currentLanguage()]);
  const { subject, text } = mails.account.passwordChanged;
  const when = dateTime(new Date(), language);
  return { subject: subject(when), text: text(when, links.recovery(), signature) };
}

/** The e-mail of an administrator who gives somebody access as one of the caja. */
export async function officialInvitationEmail(
  inviter: string,
  links: MailLinks,
): Promise<OfficialInvitationEmail> {
  const [{ mails, portal, signature }, { admin }] = await Promise.all([mailTexts(), currentMessages()]);
  const { subject, text } = mails.account.inviteOfficial;
  return (token, { name, role }) => ({
    subject: subject(inviter, portal),
    text: text(links.newPassword(token), links.recovery(), name, admin.people.roles[role], signature),
  });
}

/** The e-mails of an invitation by `inviter` to work with `provider`. */
export async function invitationEmails(
  inviter: string,
  provider: string,
  links: MailLinks,
): Promise<InvitationEmails> {
  const [{ mails, portal, signature }, { account }] = await Promise.all([mailTexts(), currentMessages()]);
  const roles: Record<ProviderRole, string> = account.team.roles;
  const { invite, inviteKnown } = mails.account;
  return (token, { name, role }) => ({
    invite: {
      subject: invite.subject(inviter, provider),
      text: invite.text(links.invitation(token), name, roles[role], portal, signature),
    },
    known: { subject: inviteKnown.subject(inviter, provider), text: inviteKnown.text(portal, signature) },
  });
}
