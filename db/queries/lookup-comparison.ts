import type { Answer } from "@/db/contract/call";
import type { ComparedRow, OrderPart } from "@/model/comparison";

export type CounterState = ReturnType<typeof counterFacts>;

/** What a look-up's answer knows besides the order. */
export function counterFacts(row: NonNullable<Answer<"read_counter_facts">>) {
  const { result, comparedAt: at, comparedBy: by, paperValue, unreadReason: reason, ownUse, ownUseAt } = row;
  const { ownPart, ownPartAt } = row;
  const differing = row.differing as ComparedRow[];
  return {
    picture: row.picture,
    compareMode: row.compareMode,
    /** Values typed so far that were not the order's. */
    misses: row.misses,
    comparison: result === null || at === null ? null : { result, at, by, differing, paperValue, reason },
    /** The paper is equal and was compared within the last 15 minutes; who compared it may register the use. */
    mayUse: row.mayUse,
    /** This provider's use that was not reversed: of a used order if it is its last, else the last part of its own. */
    ownUse:
      ownUse === null || ownUseAt === null ? null : { id: ownUse, at: ownUseAt, counter: row.ownUseCounter },
    /** This provider's last use that was not reversed, whoever used up the order since and whatever became of it. */
    ownPart:
      ownPart === null || ownPartAt === null
        ? null
        : { id: ownPart, at: ownPartAt, counter: row.ownPartCounter },
    claim: row.claim,
    claimUntil: row.claimUntil,
    registersUse: row.registersUse,
    claimFirst: row.claimFirst,
    partialUse: row.partialUse,
    /** Of a provider that may not work today: since when. */
    pausedSince: row.pausedSince,
    /** The parts of the order that changed since the look-up; null when nobody knows any more what was shown. */
    changes: row.knowsShown ? (row.changes as OrderPart[]) : null,
  };
}
