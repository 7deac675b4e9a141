import "server-only";
import { cookies } from "next/headers";
import { isUuid } from "@/lib/http/uuid";

export const COUNTER_COOKIE = "caja";

/**
 * The counter that this device says it is. Only a claim: whoever records it asks the database whether it is an
 * open counter of the person's own provider.
 */
export async function claimedCounter(): Promise<string | null> {
  const claim = (await cookies()).get(COUNTER_COOKIE)?.value ?? "";
  return isUuid(claim) ? claim : null;
}
