import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { ownOf } from "@/db/queries/provider-own";
import type { Grant } from "@/model/access";
import type { DeferredAnswer } from "@/model/verdict";
import { scanOrder } from "./scan-order";
import type { PendingInput } from "./schema";

/**
 * Looks up a code that a phone scanned offline; returns a single word to compare with the phone's own verdict.
 * "waiting" also when the phone sent it before for another provider: then the code must be scanned again.
 */
export async function askDeferred(
  grant: Grant<"order.look_up">,
  { id, code, channel }: PendingInput,
  client: { ip: string; counterId: string | null },
): Promise<DeferredAnswer> {
  await scanOrder(grant, { text: code, by: channel === "picture" ? "picture" : "camera" }, client, id);
  const args = { lookup: id, ...ownOf(grant) };
  return (await call(databaseFor(grant), "scan_standing", args)) ?? "waiting";
}
