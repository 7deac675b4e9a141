import "server-only";
import { cache } from "react";
import { publicDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { findCajaProfile } from "@/db/queries/caja";

export type CajaProfile = {
  name: string;
  legalName: string;
  nit: string;
  phone: string;
  otherPhone: string | null;
  hours: string;
  email: string;
  address: string;
  city: string;
};

/** What is said before the database has answered once. Without a phone, pages leave the call out. */
const unknownCaja: CajaProfile = {
  name: "Caja de Compensación",
  legalName: "Caja de Compensación Familiar",
  nit: "",
  phone: "",
  otherPhone: null,
  hours: "",
  email: "",
  address: "",
  city: "",
};

const FRESH_MS = 10_000;

type Known = { profile: CajaProfile; askAgainAt: number };

// One copy a process, also when the bundler loads this module more than once.
const memory = globalThis as typeof globalThis & { hannaCaja?: Known };

/**
 * Who the caja is, at most 10 s old. Never fails for a database that is down: every page, the one that says
 * so included, needs the phone; then it is the last known profile.
 */
export const currentCaja = cache(async (): Promise<CajaProfile> => {
  if (memory.hannaCaja && Date.now() < memory.hannaCaja.askAgainAt) return memory.hannaCaja.profile;
  try {
    return remember((await findCajaProfile(publicDatabase())) ?? unknownCaja);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return remember(lastKnownCaja());
  }
});

/** The last profile that was read, without asking. */
export function lastKnownCaja(): CajaProfile {
  return memory.hannaCaja?.profile ?? unknownCaja;
}

/** After an edit: the next page asks again. */
export function forgetCaja(): void {
  if (memory.hannaCaja) memory.hannaCaja.askAgainAt = 0;
}

function remember(profile: CajaProfile): CajaProfile {
  memory.hannaCaja = { profile, askAgainAt: Date.now() + FRESH_MS };
  return profile;
}
