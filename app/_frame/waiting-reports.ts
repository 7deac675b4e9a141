import "server-only";
import { databaseFor } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { countWaitingReports } from "@/db/queries/report-desk";
import { authorize, type CajaActor, can } from "@/model/access";

/** How many reports wait, for the menu; none while the database is down, since the frame stands then too. */
export async function waitingReports(actor: CajaActor): Promise<number> {
  if (!can(actor, "report.read")) return 0;
  const grant = authorize(actor, "report.read");
  try {
    return await countWaitingReports(databaseFor(grant), grant);
  } catch (error) {
    if (isDatabaseDown(error)) return 0;
    throw error;
  }
}
