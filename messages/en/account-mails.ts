import { sentence } from "@/lib/format/sentence";
import type { Section } from "../es-CO";

export const accountMails: Section<"mails">["account"] = {
  confirm: {
    subject: (portal) => `Confirm your e-mail to enter ${portal}`,
    text: (link, signature) =>
      `Open this link to confirm your e-mail and choose your password:\n${link}\n\nIt works once, for one hour.\nIf you did not register, do nothing.\n\n${signature}\n`,
  },
  known: {
    subject: (portal) => `You already have an account in ${portal}`,
    text: (add, signIn, recover, signature) =>
      `Somebody wanted to register a company with this e-mail, which already has an account.\nIf it was you and you want to add the company to your account, open this link and type your password. It works once, for one hour:\n${add}\n\nIf you only want to enter:\n${signIn}\n\nIf you forgot the password:\n${recover}\n\nIf it was not you, do nothing.\n\n${signature}\n`,
  },
  barred: {
    subject: (portal) => `This e-mail cannot register companies in ${portal}`,
    text: (signature) =>
      `Somebody wanted to register a company with this e-mail. It already has an account, but not one that can register companies: it belongs to a person of the fund, or it is disabled.\nIf it was you, register with another e-mail. If you think that this is a mistake, call us.\n\nIf it was not you, do nothing.\n\n${signature}\n`,
  },
  password: {
    subject: (portal) => `Choose your password of ${portal}`,
    text: (link, signature) =>
      `Open this link to choose your password:\n${link}\n\nIt works once, for one hour.\nIf you did not ask for it, do nothing: your password stays the same.\n\n${signature}\n`,
  },
  passwordChanged: {
    subject: (when) => `Your password was changed: ${when}`,
    text: (when, recover, signature) =>
      `${sentence(`The password of your account changed on ${when}`)} We closed the other sessions.\nIf it was not you, change it right now:\n${recover}\n\n${signature}\n`,
  },
  factorAdded: {
    subject: (when) => `A second factor was added to your account: ${when}`,
    text: (when, recover, signature) =>
      `${sentence(`Your account has a new second factor since ${when}`)}
If it was not you, change your password right now and tell the fund:
${recover}

${signature}
`,
  },
  factorEnded: {
    subject: (when) => `A second factor of your account was removed: ${when}`,
    text: (when, recover, signature) =>
      `${sentence(`A second factor of your account stopped working on ${when}`)}
If it was not you, change your password right now and tell the fund:
${recover}

${signature}
`,
  },
  codesCreated: {
    subject: (when) => `Paper codes were made for your account: ${when}`,
    text: (when, recover, signature) =>
      `${sentence(`Your account has ten new paper codes since ${when}`)} The earlier ones no longer work.
If it was not you, change your password right now and tell the fund:
${recover}

${signature}
`,
  },
  newDevice: {
    subject: (device) => `Your account was entered from a new device: ${device}`,
    noMore:
      "It was entered several times in this hour. If there are more before it ends, we send no further e-mail: see them in your account, under “Devices on which you are signed in”.\n\n",
    text: (when, device, network, recover, signature) =>
      `${sentence(`Your account was entered on ${when}`)}\nDevice: ${device}\nNetwork: ${network}\n\nIf it was you, do nothing.\nIf it was not you, change your password now; that ends every session:\n${recover}\n\n${signature}\n`,
  },
  emailOld: {
    subject: (portal) => `Does the e-mail of your account of ${portal} change?`,
    text: (link, email, recover, signature) =>
      `Somebody asked that your account use another e-mail: ${email}\nOpen this link to confirm or stop it:\n${link}\n\nIt works for one hour. The e-mail changes only if both addresses confirm.\nIf you did not ask for it, stop it and change your password:\n${recover}\n\n${signature}\n`,
  },
  emailNew: {
    subject: (portal) => `Confirm this e-mail for your account of ${portal}`,
    text: (link, signature) =>
      `An account asked to use this e-mail.\nOpen this link to confirm it:\n${link}\n\nIt works for one hour.\nIf you did not ask for it, do nothing, or stop it at the same link.\n\n${signature}\n`,
  },
  emailKnown: {
    subject: (portal) => `This e-mail already has an account in ${portal}`,
    text: (signIn, signature) =>
      `Somebody asked to use this e-mail for another account, but it already has one. Nothing changed.\nIf it was you, sign in with the account that you have:\n${signIn}\n\nIf it was not you, do nothing.\n\n${signature}\n`,
  },
  emailChanged: {
    subject: (when) => `The e-mail of your account changed: ${when}`,
    text: (when, signature) =>
      `${sentence(`The e-mail of your account changed on ${when}`)} Both addresses confirmed it.\nIf it was not you, call the fund now.\n\n${signature}\n`,
  },
  factorReset: {
    subject: (portal) => `Another second factor will be allowed in your account of ${portal}`,
    text: (link, signature) =>
      `An administrator allowed another second factor to be enrolled in your account. It begins to work after a wait.\nIf you asked for it in person, do nothing.\nIf you did not, stop it here:\n${link}\n\n${signature}\n`,
  },
  invite: {
    subject: (inviter, provider) => `${inviter} invites you to work with ${provider}`,
    text: (link, name, role, portal, signature) =>
      `Open this link to accept the invitation. If you have an account, accept with its password; if not, choose one:\n${link}\n\n${name}: your access to ${portal} will be “${role}”.\nThe link works once, for one hour.\nIf you do not know who invites you, do nothing.\n\n${signature}\n`,
  },
  inviteOfficial: {
    subject: (inviter, portal) => `${inviter} gives you access to ${portal}`,
    text: (link, recover, name, role, signature) =>
      `Open this link to choose your password and enter:\n${link}\n\n${name}: your access will be of “${role}”.\nIt asks for a code that whoever invites you tells you in person or by phone.\nThe link works once, for one hour. If the hour passes, ask for another with this e-mail at:\n${recover}\nIf you do not know who invites you, do nothing.\n\n${signature}\n`,
  },
  inviteKnown: {
    subject: (inviter, provider) => `${inviter} wanted to invite you to work with ${provider}`,
    text: (portal, signature) =>
      `This e-mail cannot be used to work with a company in ${portal}.\nGive another e-mail to the person who invites you, to get the invitation there.\n\n${signature}\n`,
  },
};
