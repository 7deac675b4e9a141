import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { findCajaProfile } from "@/db/queries/caja";
import { Cached, invalidate } from "@/lib/cache";
import { firm } from "@/lib/format/firm";
import { type CajaProfile, cajaMemory, lastKnownCaja, unknownCaja } from "./last-known";

const TABLE = "caja_profile";
const MINUTE = 60_000;
const NOT_LISTENING_MS = 10_000;

const profile = new Cached([TABLE], { listening: 10 * MINUTE, otherwise: NOT_LISTENING_MS }, async () =>
  remember((await findCajaProfile(publicDatabase())) ?? unknownCaja),
);

/**
 * The caja's profile. A change in another process is seen at once, or within 10 s without notifications. While
 * the database is down it is the last known profile, because every page, the outage page too, shows the
 * telephone.
 */
export async function currentCaja(): Promise<CajaProfile> {
  if (performance.now() < (cajaMemory.hannaCajaDownUntil ?? 0)) return lastKnownCaja();
  try {
    return await profile.get();
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    cajaMemory.hannaCajaDownUntil = performance.now() + NOT_LISTENING_MS;
    return lastKnownCaja();
  }
}

/** After an edit: the next page asks again. */
export function invalidateCajaProfile(): void {
  invalidate(TABLE);
}

/** Makes the telephone and the opening hours non-breaking. */
function remember(read: CajaProfile): CajaProfile {
  const known = {
    ...read,
    phone: firm(read.phone),
    otherPhone: read.otherPhone && firm(read.otherPhone),
    hours: firm(read.hours),
  };
  cajaMemory.hannaCaja = known;
  return known;
}
