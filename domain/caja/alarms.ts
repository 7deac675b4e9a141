import type { Database } from "@/db/client";
import { listTroubledJobs, type TroubledJob } from "@/db/queries/job-run";
import { listMissAlerts, type MissAlert } from "@/db/queries/lookup-miss-alert";
import { listFailedMails } from "@/db/queries/notify";
import { channels } from "@/domain/notify/channels";
import { openMessage } from "@/domain/notify/outbox";

export type LostMail = {
  id: string;
  /** The subject of the e-mail: the first word of its event, such as "registration". */
  about: string;
  /** The recipient's address, masked; null when the e-mail cannot be unsealed any more. */
  to: string | null;
  givenUpAt: Date;
  error: string | null;
};

export type Alarms = { jobs: TroubledJob[]; mails: LostMail[]; misses: MissAlert[] };

const MOST = 20;

/** Alarms for the caja: failing jobs, undeliverable e-mails, too many misses. */
export async function readAlarms(db: Database): Promise<Alarms> {
  const [jobs, mails, misses] = await Promise.all([
    listTroubledJobs(db),
    listFailedMails(db, MOST),
    listMissAlerts(db, MOST),
  ]);
  return {
    jobs,
    misses,
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
