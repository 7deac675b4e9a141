export type CajaProfile = {
  /** As people call it: "Cajacopi". */
  name: string;
  /** What the header says in its place, where the name is too long for a phone's. */
  shortName: string | null;
  /** What this portal is called. */
  portalName: string;
  legalName: string;
  nit: string;
  phone: string;
  otherPhone: string | null;
  hours: string;
  email: string;
  address: string;
  city: string;
};

/** Profile before the first answer of the database. Without a telephone, pages show no number to call. */
export const unknownCaja: CajaProfile = {
  name: "Caja de Compensación",
  shortName: null,
  portalName: "Plataforma Hanna",
  legalName: "Caja de Compensación Familiar",
  nit: "",
  phone: "",
  otherPhone: null,
  hours: "",
  email: "",
  address: "",
  city: "",
};

/** One copy a process, also when the bundler loads this module more than once. */
export const cajaMemory = globalThis as typeof globalThis & {
  hannaCaja?: CajaProfile;
  /** Until when a database that did not answer is not asked again. */
  hannaCajaDownUntil?: number;
};

/** The last profile that was read, without a query to the database. */
export function lastKnownCaja(): CajaProfile {
  return cajaMemory.hannaCaja ?? unknownCaja;
}
