import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { ownOf } from "@/db/queries/provider-own";
import type { Grant } from "@/model/access";
import type { DeferredAnswer } from "@/model/verdict";
import { recordScan, type Scan } from "./scan-order";
import type { PendingInput } from "./schema";

/**
 * Looks up a code that a phone scanned offline; returns a single word to compare with the phone's own verdict, or
 * null during a pause of the rate limit: the phone keeps the code and asks again under the same id. "waiting" when
 * the phone sent it before for another provider: then the code must be scanned again.
 */
export async function askDeferred(
  grant: Grant<"order.look_up">,
  { id, code, channel }: PendingInput,
  client: { ip: string; counterId: string | null },
): Promise<DeferredAnswer | null> {
  const scan: Scan = { text: code, by: channel === "picture" ? "picture" : "camera" };
  const outcome = await recordScan(grant, scan, client, { id, deferred: true });
  const standing = await call(databaseFor(grant), "scan_standing", { lookup: id, ...ownOf(grant) });
  return standing ?? (outcome === "waiting" ? null : "waiting");
}
