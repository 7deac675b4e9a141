import { networkOf } from "@/lib/http/network";
import type { Budget } from "@/model/budget";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Wrong passwords in a row of one who may be the owner: five, then waits that begin with five minutes. */
const person = {
  limit: 20,
  seconds: DAY,
  pauses: [
    { at: 5, seconds: 5 * MINUTE },
    { at: 10, seconds: 15 * MINUTE },
    { at: 15, seconds: 30 * MINUTE },
  ],
} as const;

/** Of an account at all the devices that it never signed in from: slower and slower, 100 a day. */
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

/**
 * Misses of a sign-in (OWASP device cookies). A device that the account has signed in from before counts for
 * itself, and nothing that others do slows it. All others share the account's and their network's budgets.
 * @param accountKey digest of the e-mail: no address stands in the counters
 * @param device of the cookie, when it knows this account (app/_server/auth/device.ts)
 */
export function signInBudgets(accountKey: string, ip: string, device: string | null): Budget[] {
  if (device) return [{ ...person, scope: "signin.device", key: `${device}:${accountKey}` }];
  const network = networkOf(ip);
  return [
    { ...person, scope: "signin.pair", key: `${accountKey}:${network}` },
    { scope: "signin.network", key: network, limit: 15, seconds: 5 * MINUTE },
    { ...account, scope: "signin.account", key: accountKey },
  ];
}

/** Wrong passwords of somebody signed in, who is asked for it again: of this session, whatever goes on at the door. */
export function confirmBudgets(sessionId: string): Budget[] {
  return [{ ...person, scope: "confirm.session", key: sessionId }];
}

/**
 * Mails that somebody not signed in can cause. Over `asker` whoever asks has to wait. Over `address` no more are sent
 * and nobody is told to wait: strangers spend that one too, and the links in that mailbox do what another would.
 */
type MailBudgets = { asker: Budget[]; address: Budget[] };

/**
 * Links to choose a password: the newest is in the mailbox already, whoever asked for it.
 * @param device of the cookie, when it knows this account: it does not wait for others of its network
 */
export function passwordMailBudgets(accountKey: string, ip: string, device: string | null): MailBudgets {
  return {
    asker: device
      ? [{ scope: "mail.device", key: device, limit: 10, seconds: HOUR }]
      : [{ scope: "mail.network", key: networkOf(ip), limit: 10, seconds: HOUR }],
    address: [{ scope: "mail.password", key: accountKey, limit: 3, seconds: HOUR }],
  };
}

/**
 * Mails that confirm a registration: any link in the mailbox confirms the one of the browser that it is opened in
 * (`readConfirmation`). The last budget keeps many networks from flooding one mailbox.
 */
export function registrationMailBudgets(accountKey: string, ip: string): MailBudgets {
  const network = networkOf(ip);
  return {
    asker: [{ scope: "mail.network", key: network, limit: 10, seconds: HOUR }],
    address: [
      { scope: "mail.registration", key: `${accountKey}:${network}`, limit: 3, seconds: HOUR },
      { scope: "mail.address", key: accountKey, limit: 20, seconds: HOUR },
    ],
  };
}

/** Mails that an owner can cause by inviting. */
export function invitationBudgets(accountKey: string, providerId: string): Budget[] {
  return [
    { scope: "mail.invitation", key: `${providerId}:${accountKey}`, limit: 3, seconds: HOUR },
    { scope: "mail.team", key: providerId, limit: 30, seconds: HOUR },
  ];
}

/**
 * Steps of a registration that anyone can take: the authorisation writes a row and stands in the log for ever, and
 * the company's step says of a NIT whether it has an account.
 */
export function registrationBudgets(step: "consent" | "company", ip: string): Budget[] {
  return [
    { scope: `registration.${step}`, key: networkOf(ip), limit: step === "consent" ? 30 : 60, seconds: HOUR },
  ];
}
