import { networkOf } from "@/lib/http/network";
import type { Budget } from "@/model/budget";
import { type Stranger, type StrangerLimits, slowingLimit, strangerBudgets } from "@/model/stranger";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Rate limit of a device that may be the owner's: five wrong passwords in a row, then waits of five minutes and
 * longer.
 */
const person = {
  limit: 20,
  seconds: DAY,
  pauses: [
    { at: 5, seconds: 5 * MINUTE },
    { at: 10, seconds: 15 * MINUTE },
    { at: 15, seconds: 30 * MINUTE },
  ],
} as const;

/** Rate limit that all unknown devices of one account share: growing waits, and 100 attempts a day. */
const account = {
  limit: 100,
  seconds: DAY,
  pauses: [
    { at: 10, seconds: 5 * MINUTE },
    { at: 20, seconds: 15 * MINUTE },
    { at: 30, seconds: 30 * MINUTE },
    ...[40, 50, 60, 70, 80, 90].map((at) => ({ at, seconds: HOUR })),
  ],
} as const;

/** The rate limit of one unknown browser or network over all accounts, against trying one password on many. */
const unknownSignIn: StrangerLimits = {
  scope: "signin",
  seconds: 5 * MINUTE,
  each: { limit: 15 },
  network: { limit: 15 },
  crowd: { limit: 60 },
};

/**
 * Rate limits of a sign-in (OWASP device cookies). A device from which the account has signed in before has
 * budgets of its own, which others cannot spend. All other devices share those of the account, of the browser
 * and of the network.
 * @param accountKey digest of the e-mail, so that the counters hold no address
 * @param known name of the device, when it knows this account (app/_server/auth/device.ts)
 */
export function signInBudgets(accountKey: string, from: Stranger, known: string | null): Budget[] {
  if (known) return [{ ...person, scope: "signin.device", key: `${known}:${accountKey}` }];
  // A device that is known to other accounts only counts as an unknown browser.
  const { ip, device, visitor } = from;
  return [
    { ...person, scope: "signin.pair", key: `${accountKey}:${networkOf(ip)}` },
    ...strangerBudgets({ ip, visitor: device ?? visitor }, unknownSignIn),
    { ...account, scope: "signin.account", key: accountKey },
  ];
}

/**
 * Wrong passwords of a signed-in person who confirms an action. They count for this session, apart from
 * sign-ins.
 */
export function confirmBudgets(sessionId: string): Budget[] {
  return [{ ...person, scope: "confirm.session", key: sessionId }];
}

/** Rate limit of wrong codes that all unknown devices of one account share: the password was right before each. */
const accountCodes = {
  limit: 20,
  seconds: DAY,
  pauses: [
    { at: 5, seconds: 5 * MINUTE },
    { at: 10, seconds: 30 * MINUTE },
    { at: 15, seconds: HOUR },
  ],
} as const;

/**
 * Rate limits of codes of the second factor, as those of passwords: a device that the account knows has its own,
 * which others cannot spend, and all other devices share those of the account.
 * @param known name of the device, when it knows this account (app/_server/auth/device.ts)
 */
export function factorBudgets(personId: string, from: Stranger, known: string | null): Budget[] {
  if (known) return [{ ...person, scope: "factor.device", key: `${known}:${personId}` }];
  return [
    { ...person, scope: "factor.pair", key: `${personId}:${networkOf(from.ip)}` },
    { ...accountCodes, scope: "factor.account", key: personId },
  ];
}

/**
 * How often one account is entered from devices that it does not know: right passwords too cost a hash, a session and a
 * mail each. A wrong one gives it back, so that nobody without the password can spend it.
 */
export function openedBudgets(accountKey: string, known: string | null): Budget[] {
  return known ? [] : [{ scope: "signin.opened", key: accountKey, limit: 60, seconds: HOUR }];
}

/** How many mails tell an account of a new device; the last one says so. */
export function deviceMailBudgets(accountKey: string): Budget[] {
  return [{ scope: "mail.device", key: accountKey, limit: 5, seconds: HOUR }];
}

/** How often a person makes codes on paper: ten hashes and a mail each time. */
export function newCodesBudgets(personId: string): Budget[] {
  return [{ scope: "factor.codes", key: personId, limit: 5, seconds: HOUR }];
}

/** How often a person sets their PIN. */
export function newPinBudgets(personId: string): Budget[] {
  return [{ scope: "pin.set", key: personId, limit: 10, seconds: HOUR }];
}

/** Rate limit of wrong PINs of a person on one paired device; ten in a row on all devices close the PIN. */
export function pinBudgets(deviceId: string, personId: string): Budget[] {
  return [
    {
      scope: "pin.device",
      key: `${deviceId}:${personId}`,
      limit: 20,
      seconds: DAY,
      pauses: [
        { at: 5, seconds: 5 * MINUTE },
        { at: 8, seconds: 15 * MINUTE },
      ],
    },
  ];
}

/**
 * E-mails that somebody not signed in can cause. Over `asker` the requester has to wait. Over `address` no more
 * are sent and nobody is told to wait, because others can spend it too, and the links already sent still work.
 */
type MailBudgets = { asker: Budget[]; address: Budget[] };

/** E-mails to any address. Allows fifty shops on one network two each. */
const mails: StrangerLimits = {
  scope: "mail",
  seconds: HOUR,
  each: { limit: 10 },
  network: { limit: 10 },
  crowd: slowingLimit(120),
};

/** Links to choose a password. Over the limit the newest one is in the mailbox already. */
export function passwordMailBudgets(accountKey: string, from: Stranger): MailBudgets {
  return {
    asker: strangerBudgets(from, mails),
    address: [{ scope: "mail.password", key: accountKey, limit: 3, seconds: HOUR }],
  };
}

/**
 * Mails that confirm a registration: any link in the mailbox confirms the one of the browser that it is opened in
 * (`readConfirmation`). The last budget keeps many networks from flooding one mailbox.
 */
export function registrationMailBudgets(accountKey: string, from: Stranger): MailBudgets {
  return {
    asker: strangerBudgets(from, mails),
    address: [
      { scope: "mail.registration", key: `${accountKey}:${networkOf(from.ip)}`, limit: 3, seconds: HOUR },
      { scope: "mail.address", key: accountKey, limit: 20, seconds: HOUR },
    ],
  };
}

/**
 * Letters that a signed-in person can cause by asking for another e-mail. The address counts with the network, so that
 * nobody elsewhere can keep its owner from moving there; it takes seven accounts of one network to spend it.
 */
export function emailChangeBudgets(personId: string, addressKey: string, ip: string): Budget[] {
  return [
    { scope: "mail.change", key: personId, limit: 3, seconds: HOUR },
    { scope: "mail.change_to", key: `${addressKey}:${networkOf(ip)}`, limit: 20, seconds: HOUR },
  ];
}

/** Mails that an owner can cause by inviting. */
export function invitationBudgets(accountKey: string, providerId: string): Budget[] {
  return [
    { scope: "mail.invitation", key: `${providerId}:${accountKey}`, limit: 3, seconds: HOUR },
    { scope: "mail.team", key: providerId, limit: 30, seconds: HOUR },
  ];
}

/** Mails that the caja's administrators can cause by inviting. */
export function officialInvitationBudgets(accountKey: string): Budget[] {
  return [
    { scope: "mail.official", key: accountKey, limit: 3, seconds: HOUR },
    { scope: "mail.officials", key: "all", limit: 60, seconds: HOUR },
  ];
}

/**
 * Steps of a registration that anyone can take: the consent writes a row and an audit event, and the company's
 * step reveals whether a NIT has an account.
 */
export function registrationBudgets(step: RegistrationStep, from: Stranger): Budget[] {
  return strangerBudgets(from, registrationSteps[step]);
}

const registrationSteps = {
  consent: {
    scope: "registration.consent",
    seconds: HOUR,
    each: { limit: 10 },
    network: { limit: 30 },
    crowd: slowingLimit(300),
  },
  company: {
    scope: "registration.company",
    seconds: HOUR,
    each: { limit: 20 },
    network: { limit: 60 },
    crowd: slowingLimit(600),
  },
} satisfies Record<string, StrangerLimits>;

export type RegistrationStep = keyof typeof registrationSteps;
