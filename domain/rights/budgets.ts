import type { Budget } from "@/model/budget";
import { type Stranger, type StrangerLimits, slowingLimit, strangerBudgets } from "@/model/stranger";

const HOUR = 3_600;

/** Requests that somebody not signed in can file: each one writes a row that the desk has to answer. */
const filing: StrangerLimits = {
  scope: "rights.file",
  seconds: HOUR,
  each: { limit: 5 },
  network: { limit: 10 },
  crowd: slowingLimit(60),
};

/** Numbers and codes that are tried. A code has 80 random bits; the limit spares the database. */
const opening: StrangerLimits = {
  scope: "rights.open",
  seconds: HOUR,
  each: { limit: 20 },
  network: { limit: 40 },
  crowd: slowingLimit(300),
};

/** @param accountKey digest of the e-mail: nobody can have one mailbox flooded over many networks */
export function rightsFilingBudgets(
  accountKey: string,
  from: Stranger,
): { asker: Budget[]; address: Budget[] } {
  return {
    asker: strangerBudgets(from, filing),
    address: [{ scope: "mail.rights", key: accountKey, limit: 5, seconds: HOUR }],
  };
}

export const rightsOpeningBudgets = (from: Stranger): Budget[] => strangerBudgets(from, opening);
