/** One limit: `limit` times a window of `seconds`, counted for `key`. See db/functions/budget.sql. */
export type Budget = { scope: string; key: string; limit: number; seconds: number };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Misses of a sign-in. `email` is a digest: no address stands in the counters. */
export function signInBudgets(email: string, ip: string): Budget[] {
  return [
    { scope: "signin.pair", key: `${email}:${ip}`, limit: 5, seconds: 15 * MINUTE },
    { scope: "signin.ip", key: ip, limit: 30, seconds: 10 * MINUTE },
    { scope: "signin.email", key: email, limit: 50, seconds: DAY },
  ];
}

/** Mails that somebody not signed in can cause, so that nobody floods another's mailbox. */
export function mailBudgets(email: string, ip: string): Budget[] {
  return [
    { scope: "mail.address", key: email, limit: 3, seconds: HOUR },
    { scope: "mail.ip", key: ip, limit: 10, seconds: HOUR },
  ];
}

/** Mails that an owner can cause by inviting. */
export function invitationBudgets(email: string, providerId: string): Budget[] {
  return [
    { scope: "mail.address", key: email, limit: 3, seconds: HOUR },
    { scope: "mail.team", key: providerId, limit: 30, seconds: HOUR },
  ];
}
