import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { listTroubledJobs, type TroubledJob } from "@/db/queries/job-run";
import { listMissAlerts, type MissAlert } from "@/db/queries/lookup-miss-alert";
import { listFailedMails } from "@/db/queries/notify";
import { findKeyNearEnd } from "@/db/queries/order-code-key";
import { channels } from "@/domain/notify/channels";
import { openMessage } from "@/domain/notify/outbox";
import type { Permission } from "@/model/access";

export type LostMail = {
  id: string;
  /** The subject of the e-mail: the first word of its event, such as "registration". */
  about: string;
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
      about: eventKey.split(/[.:]/)[0] ?? "",
      to: addressIn(eventKey, content),
      givenUpAt,
      error: lastError,
    })),
  };
}

function addressIn(eventKey: string, content: Uint8Array): string | null {
  try {
    const { channel, to } = openMessage(eventKey, content);
    return channels[channel].masked(to);
  } catch {
    // It was encrypted with keys that no longer exist. It is listed without a recipient, since it is
    // undeliverable all the same.
    return null;
  }
}
