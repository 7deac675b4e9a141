import { inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { requests } from "@/db/schema/request";
import type { Period } from "@/model/settlement";

/** When the requests, or the renewals, that were approved or rejected in these days were sent and decided. */
export function listDecisions(db: Database, { from, to }: Period, renews: boolean) {
  return db
    .select({
      submittedAt: requests.submittedAt,
      decidedAt: sql`${requests.decidedAt}`.mapWith(requests.submittedAt),
    })
    .from(requests)
    .where(
      sql`${inArray(requests.state, ["approved", "rejected"])} and ${requests.renews} = ${renews}
        and ${requests.decidedAt} >= bogota_start(${from}::date)
        and ${requests.decidedAt} < bogota_start(${to}::date + 1)`,
    );
}
