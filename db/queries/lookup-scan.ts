import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { Grant } from "@/model/access";
import { ownOf } from "./provider-own";

/** The code of a question of this provider that waits for the digits; null when it waits for none. */
export function findWaitingCode(
  db: Database,
  grant: Grant<"order.look_up">,
  lookup: string,
): Promise<Buffer | null> {
  return call(db, "own_waiting_code", { lookup, ...ownOf(grant) });
}
