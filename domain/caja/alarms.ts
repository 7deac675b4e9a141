import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { listTroubledJobs, type TroubledJob } from "@/db/queries/job-run";
import { listMissAlerts, type MissAlert } from "@/db/queries/lookup-miss-alert";
import { listFailedMails } from "@/db/queries/notify";
import { findKeyNearEnd } from "@/db/queries/order-code-key";
import { channels } from "@/domain/notify/channels";
import { type Event, events } from "@/domain/notify/events";
import { openMessage } from "@/domain/notify/outbox";
import type { Permission } from "@/model/access";

/** The first word of an event's name. */
type MailFamily = Event extends infer Name ? (Name extends `${infer First}.${string}` ? First : Name) : never;

export type LostMail = {
  id: string;
  /** What the e-mail is about: the first word of its event, such as "registration". */
  about: MailFamily | null;
  /** The number of the request, petition or report that it names, by which the person is found. */
  number: string | null;
  /** The recipient's address, masked; null when the e-mail cannot be unsealed any more. */
  to: string | null;
  givenUpAt: Date;
  error: string | null;
};

type OldKey = NonNullable<Awaited<ReturnType<typeof findKeyNearEnd>>>;
/** How many providers have a document to give again, and since when the first of them. */
type DueRenewals = { providers: number; since: string };
export type Alarms = {
  jobs: TroubledJob[];
  mails: LostMail[];
  misses: MissAlert[];
  key: OldKey | null;
  renewals: DueRenewals | null;
};

const MOST = 20;
const families = Object.keys(events).map((event) => event.split(".")[0]) as MailFamily[];

/** Who can do something about an alarm, or reads everything. */
const readers = {
  jobs: ["order.import", "audit.read"],
  mails: ["lookup.read"],
  misses: ["lookup.read"],
  key: ["key.manage"],
  renewals: ["request.decide"],
} as const satisfies Record<keyof Alarms, readonly Permission[]>;

/**
 * The alarms of whoever may do these things: failing jobs, undeliverable e-mails, too many misses, a key near its end,
 * documents that providers have not renewed.
 */
export async function readAlarms(db: Database, may: (needs: Permission) => boolean): Promise<Alarms> {
  const shows = (alarm: keyof Alarms) => readers[alarm].some(may);
  const [jobs, mails, misses, key, renewals] = await Promise.all([
    shows("jobs") ? listTroubledJobs(db) : [],
    shows("mails") ? listFailedMails(db, MOST) : [],
    shows("misses") ? listMissAlerts(db, MOST) : [],
    shows("key") ? findKeyNearEnd(db) : null,
    shows("renewals") ? call(db, "count_renewals_due", {}) : null,
  ]);
  return {
    jobs,
    misses,
    key,
    renewals: renewals?.since ? { providers: renewals.providers, since: renewals.since } : null,
    mails: mails.map(({ id, eventKey, content, givenUpAt, lastError }) => ({
      id,
      about: familyOf(eventKey),
      ...recipientIn(eventKey, content),
      givenUpAt,
      error: lastError,
    })),
  };
}

/** @param eventKey "<event>:<id>", of an event that this version or an earlier one knew */
function familyOf(eventKey: string): MailFamily | null {
  const first = eventKey.split(/[.:]/)[0];
  return families.find((family) => family === first) ?? null;
}

/** A number that the caja gave: SOL-2026-000003, HD-2026-26099267, R-2026-000001. */
const FILING_NUMBER = /\b[A-Z]{1,4}-\d{4}-\d{6,8}\b/;

function recipientIn(eventKey: string, content: Uint8Array): Pick<LostMail, "to" | "number"> {
  try {
    const { channel, to, subject } = openMessage(eventKey, content);
    return { to: channels[channel].masked(to), number: FILING_NUMBER.exec(subject)?.[0] ?? null };
  } catch {
    // It was encrypted with keys that no longer exist. It is listed without a recipient, since it is
    // undeliverable all the same.
    return { to: null, number: null };
  }
}
