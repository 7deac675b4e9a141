import type { Section } from "../es-CO";

export const accountMails: Section<"mails">["account"] = {
  confirm: {
    subject: (portal) => `Confirm your e-mail to enter ${portal}`,
    text: (link, signature) =>
      `Open this link to confirm your e-mail and choose your password:\n${link}\n\nIt works once, for one hour.\nIf you did not register, do nothing.\n\n${signature}\n`,
  },
  known: {
    subject: (portal) => `You already have an account in ${portal}`,
    text: (signIn, recover, signature) =>
      `Somebody wanted to register with this e-mail, which already has an account.\nIf it was you, sign in here:\n${signIn}\n\nIf you forgot the password:\n${recover}\n\nIf it was not you, do nothing.\n\n${signature}\n`,
  },
  password: {
    subject: (portal) => `Choose your password of ${portal}`,
    text: (link, signature) =>
      `Open this link to choose your password:\n${link}\n\nIt works once, for one hour.\nIf you did not ask for it, do nothing: your password stays the same.\n\n${signature}\n`,
  },
  passwordChanged: {
    subject: (when) => `Your password was changed: ${when}`,
    text: (when, recover, signature) =>
      `The password of your account changed on ${when}. We closed the other sessions.\nIf it was not you, change it right now:\n${recover}\n\n${signature}\n`,
  },
  invite: {
    subject: (inviter, provider) => `${inviter} invites you to work with ${provider}`,
    text: (link, name, role, portal, signature) =>
      `Open this link to accept the invitation and choose your password:\n${link}\n\n${name}: your access to ${portal} will be “${role}”.\nThe link works once, for one hour.\nIf you do not know who invites you, do nothing.\n\n${signature}\n`,
  },
  inviteKnown: {
    subject: (inviter, provider) => `${inviter} wanted to invite you to work with ${provider}`,
    text: (portal, signature) =>
      `This e-mail already has an account in ${portal}, so it cannot be used for another company.\nGive another e-mail to the person who invites you, to get the invitation there.\n\n${signature}\n`,
  },
};
