import "server-only";
import { databaseFor } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { countWaitingReports } from "@/db/queries/report-desk";
import { authorize, type CajaActor, can } from "@/model/access";

/** Number of open reports, for the menu. Zero while the database is down, because the frame is shown then too. */
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
