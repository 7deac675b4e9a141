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
 * Who the caja is; a change elsewhere is seen at once, or within 10 s where the process is not notified. Never
 * fails for a database that is down: every page, the one that says so included, needs the phone; then it is the last
 * known profile.
 */
export async function currentCaja(): Promise<CajaProfile> {
  if (Date.now() < (cajaMemory.hannaCajaDownUntil ?? 0)) return lastKnownCaja();
  try {
    return await profile.get();
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    cajaMemory.hannaCajaDownUntil = Date.now() + NOT_LISTENING_MS;
    return lastKnownCaja();
  }
}

/** After an edit: the next page asks again. */
export function invalidateCajaProfile(): void {
  invalidate(TABLE);
}

/** A number to call and the hours never break in the middle, wherever they are shown. */
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
