import { and, eq, isNull, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { requests } from "@/db/schema/request";
import { orderUses } from "@/db/schema/use";
import { undoRequests } from "@/db/schema/use-undo-request";

/** How many requests wait to be decided. */
export const countWaitingRequests = (db: Database) => db.$count(requests, eq(requests.state, "submitted"));

/** How many uses providers ask to take back, which nobody has decided and nothing has settled. */
export function countWaitingUndos(db: Database): Promise<number> {
  const back = alias(orderUses, "back");
  const undone = db.select({ id: back.id }).from(back).where(eq(back.undoes, undoRequests.useId));
  return db.$count(undoRequests, and(isNull(undoRequests.decidedAt), notExists(undone)));
}
