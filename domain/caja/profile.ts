import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { findCajaProfile } from "@/db/queries/caja";
import { firm } from "@/lib/format/firm";
import { type CajaProfile, cajaMemory, lastKnownCaja, unknownCaja } from "./last-known";

const FRESH_MS = 10_000;

/**
 * Who the caja is, at most 10 s old. Never fails for a database that is down: every page, the one that says
 * so included, needs the phone; then it is the last known profile.
 */
export async function currentCaja(): Promise<CajaProfile> {
  if (cajaMemory.hannaCaja && Date.now() < cajaMemory.hannaCaja.askAgainAt)
    return cajaMemory.hannaCaja.profile;
  try {
    return remember((await findCajaProfile(publicDatabase())) ?? unknownCaja);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return remember(lastKnownCaja());
  }
}

/** After an edit: the next page asks again. */
export function invalidateCajaProfile(): void {
  if (cajaMemory.hannaCaja) cajaMemory.hannaCaja.askAgainAt = 0;
}

/** A number to call and the hours never break in the middle, wherever they are shown. */
function remember(read: CajaProfile): CajaProfile {
  const profile = {
    ...read,
    phone: firm(read.phone),
    otherPhone: read.otherPhone && firm(read.otherPhone),
    hours: firm(read.hours),
  };
  cajaMemory.hannaCaja = { profile, askAgainAt: Date.now() + FRESH_MS };
  return profile;
}
