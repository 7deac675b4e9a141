import "server-only";
import { cookies } from "next/headers";
import { isUuid } from "@/lib/http/uuid";

export const COUNTER_COOKIE = "caja";

/**
 * The counter that this device's cookie names. It is only a claim: before it is recorded the database checks
 * that it is an open counter of the person's provider.
 */
export async function claimedCounter(): Promise<string | null> {
  const claim = (await cookies()).get(COUNTER_COOKIE)?.value ?? "";
  return isUuid(claim) ? claim : null;
}
