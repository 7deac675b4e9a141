import { networkOf } from "@/lib/http/network";
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

/**
 * Over `asker` one has to wait. Over `address` the request is received and its code is not mailed, which the page says.
 * A mailbox counts with the network, so that who files for a stranger's mailbox keeps no code from its owner elsewhere;
 * the last budget keeps many networks from flooding it.
 * @param accountKey digest of the e-mail
 */
export function rightsFilingBudgets(
  accountKey: string,
  from: Stranger,
): { asker: Budget[]; address: Budget[] } {
  return {
    asker: strangerBudgets(from, filing),
    address: [
      { scope: "mail.rights", key: `${accountKey}:${networkOf(from.ip)}`, limit: 5, seconds: HOUR },
      { scope: "mail.rights_to", key: accountKey, limit: 20, seconds: HOUR },
    ],
  };
}

export const rightsOpeningBudgets = (from: Stranger): Budget[] => strangerBudgets(from, opening);
