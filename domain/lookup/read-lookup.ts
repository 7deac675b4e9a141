import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { type FoundLookup, findLookup, type LookupChannel, listNumberShapes } from "@/db/queries/lookup";
import type { CounterState } from "@/db/queries/lookup-comparison";
import { isFresh, shownName } from "@/domain/history/rules";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import type { TextField } from "@/model/order-field";
import { charactersMissing, type NumberShape } from "@/model/order-number";
import type { Outcome, Verdict } from "@/model/verdict";
import { typedIdPlace } from "./look-up";
import { shownNumber } from "./typed-number";
import { verdictOf } from "./verdict";

/** Data of a current order that the provider may see. */
export type OrderSheet = Record<TextField, string | null> & {
  number: string;
  affiliateIdKind: string;
  /** The affiliate's ID; null once the look-up is a day old. */
  affiliateId: string | null;
  /** Null, as other parts, where the kind hides it from providers; initials after a day. */
  affiliateName: string | null;
  /** Value and balance in whole pesos. Null until the provider has typed the paper's value. */
  value: number | null;
  balance: number | null;
  /** Calendar days, "2027-01-31". */
  issuedOn: string | null;
  validUntil: string;
};

export type LookupAnswer = {
  outcome: Outcome;
  askedAt: Date;
  readAt: Date;
  kindCode: string;
  kindName: string;
  /** What was typed as the number; after a day, of a number without an order, its last signs. */
  numberTyped: string;
  /** What was typed as Nit / Cédula; null after a day. */
  idTyped: string | null;
  waitUntil: Date | null;
  /** After a miss: the wait that the next miss would start, if it would start one. */
  aheadSeconds: number | null;
  /** The order's number as printed; null when the answer reveals no order. */
  number: string | null;
  sheet: OrderSheet | null;
  startsOn: string | null;
  endsOn: string | null;
  /** When the order took its present state, such as used or annulled. */
  stateChangedAt: Date | null;
  /** When the newest file of orders was imported. */
  dataUpdatedAt: Date | null;
  channel: LookupChannel;
  /** Number of wrong endings of the ID after the scan. */
  digitsMissed: number;
  /** The person who made the look-up, and the counter with its branch; null in the practice. */
  asker: string | null;
  /** Whether a paired device asked alone: the person was named on it last. */
  askerUnnamed: boolean;
  counter: CounterState;
  verdict: Verdict;
  /** After a miss: the typed number with the letters of its series, which were omitted. */
  withLetters: string | null;
  /** After a miss: the format of the kind's numbers, where it is known. */
  numberShape: NumberShape | null;
};

/**
 * The answer to a look-up of the grant's provider, with the order's current state. Null for other providers'
 * look-ups.
 */
export async function readLookup(grant: Grant<"order.look_up">, id: string): Promise<LookupAnswer | null> {
  const row = await findLookup(databaseFor(grant), grant, id);
  return row && answerOf(grant, row);
}

/** Whether only the end of a number is known (masked_number in db/functions/lookup.sql). */
const isCut = (number: string) => number.startsWith("•••");

/** What a form that asks again is filled with as the number: "" after a day, and where only its end is known. */
export function numberAgain({ idTyped, numberTyped }: Pick<LookupAnswer, "idTyped" | "numberTyped">): string {
  return idTyped === null || isCut(numberTyped) ? "" : numberTyped;
}

/** The same for a look-up that was read already. */
export async function answerOf(grant: Grant<"order.look_up">, row: FoundLookup): Promise<LookupAnswer> {
  const { id, order, counter, readAt } = row;
  const fresh = isFresh(row.askedAt, readAt);
  const nameOf = ({ id: orderId, affiliateNameSealed }: NonNullable<typeof order>) =>
    affiliateNameSealed && shownName(unseal(affiliateNameSealed, affiliateNamePlace(orderId)), fresh);
  const { comparison } = counter;
  const own = comparison?.by === grant.actor.personId;
  const missed = row.outcome === "not_found" && row.channel !== "scan" && row.channel !== "picture";
  const [series, shapes] = missed
    ? await Promise.all([
        call(databaseFor(grant), "own_series", { kind: row.kindCode }),
        listNumberShapes(databaseFor(grant)),
      ])
    : [null, null];
  const numberTyped = shownNumber({ ...row, number: row.numberTyped });
  return {
    ...row,
    numberTyped,
    counter: { ...counter, mayUse: counter.mayUse && own },
    verdict: verdictOf({
      outcome: row.outcome,
      online: true,
      picture: counter.picture,
      lookupAgeMs: readAt.getTime() - row.askedAt.getTime(),
      comparison: comparison && {
        result: comparison.result,
        own,
        msAgo: readAt.getTime() - comparison.at.getTime(),
      },
      usedByUs: counter.ownUse !== null,
      claimedElsewhere: counter.claim === "other",
      changed: (counter.changes ?? []).length > 0,
    }),
    numberShape: shapes?.get(row.kindCode) ?? null,
    withLetters: series && !isCut(numberTyped) ? charactersMissing(numberTyped, row.kindCode, series) : null,
    idTyped: row.idSealed ? unseal(row.idSealed, typedIdPlace(id)) : null,
    sheet: order && {
      ...order,
      affiliateId: fresh ? unseal(order.affiliateIdSealed, affiliateIdPlace(order.id)) : null,
      affiliateName: nameOf(order),
    },
  };
}
