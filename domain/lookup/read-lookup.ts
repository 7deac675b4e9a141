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
import { verdictOf } from "./verdict";

/** What the provider may see of a current order: what the funcionario generated. */
export type OrderSheet = Record<TextField, string | null> & {
  number: string;
  affiliateIdKind: string;
  /** The affiliate's ID; null once the look-up is a day old. */
  affiliateId: string | null;
  /** Null, as other parts are, where the kind of order keeps it from providers; initials a day later. */
  affiliateName: string | null;
  /** Whole pesos, and what is left of them. Null until the provider has typed what the paper says. */
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
  numberTyped: string;
  /** What was typed as Nit / Cédula; null once forgotten, a day later. */
  idTyped: string | null;
  waitUntil: Date | null;
  /** After a miss: the wait that the next miss would start, if it would start one. */
  aheadSeconds: number | null;
  /** The order's number as printed; null when there is no order to speak of. */
  number: string | null;
  sheet: OrderSheet | null;
  startsOn: string | null;
  endsOn: string | null;
  /** When the order took its present state, such as used or annulled. */
  stateChangedAt: Date | null;
  /** When the newest file of orders came in. */
  dataUpdatedAt: Date | null;
  channel: LookupChannel;
  /** How many wrong endings of the ID were typed after the code was read. */
  digitsMissed: number;
  /** The person who made the look-up, and the counter with its branch; null in the practice. */
  asker: string | null;
  counter: CounterState;
  verdict: Verdict;
  /** Of a miss: how the number typed is written where its series has letters that were left out. */
  withLetters: string | null;
  /** Of a miss: how the numbers of its kind look, where the kind says it. */
  numberShape: NumberShape | null;
};

/** The answer to a question of the grant's own provider, as the order is now. Null for anybody else's. */
export async function readLookup(grant: Grant<"order.look_up">, id: string): Promise<LookupAnswer | null> {
  const row = await findLookup(databaseFor(grant), grant, id);
  return row && answerOf(grant, row);
}

/** What the provider may see of a question of its own that was read already. */
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
  return {
    ...row,
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
      changed: counter.changes.length > 0,
    }),
    numberShape: shapes?.get(row.kindCode) ?? null,
    withLetters: series && charactersMissing(row.numberTyped, row.kindCode, series),
    idTyped: row.idSealed ? unseal(row.idSealed, typedIdPlace(id)) : null,
    sheet: order && {
      ...order,
      affiliateId: fresh ? unseal(order.affiliateIdSealed, affiliateIdPlace(order.id)) : null,
      affiliateName: nameOf(order),
    },
  };
}
