import type { CalendarDay } from "@/model/calendar";
import type { ComparedRow, OrderPart, UnreadableReason } from "@/model/comparison";
import type { ComparisonResult } from "@/model/verdict";

/** What a look-up's answer knows besides the order (read_counter_facts). */
export type CounterRow = {
  picture: boolean;
  compare_mode: "show" | "type";
  misses: number;
  result: ComparisonResult | null;
  compared_at: string | null;
  differing: ComparedRow[];
  paper_value: string | null;
  unread_reason: UnreadableReason | null;
  may_use: boolean;
  own_use: string | null;
  own_use_at: string | null;
  own_use_counter: string | null;
  claim: "none" | "mine" | "other";
  claim_until: string | null;
  registers_use: boolean;
  claim_first: boolean;
  partial_use: boolean;
  paused_since: CalendarDay | null;
  changes: OrderPart[];
};

export type CounterState = ReturnType<typeof counterFacts>;

export function counterFacts(row: CounterRow) {
  return {
    picture: row.picture,
    compareMode: row.compare_mode,
    /** Values typed so far that were not the order's. */
    misses: row.misses,
    comparison:
      row.result === null || row.compared_at === null
        ? null
        : {
            result: row.result,
            at: new Date(row.compared_at),
            differing: row.differing,
            paperValue: row.paper_value === null ? null : Number(row.paper_value),
            reason: row.unread_reason,
          },
    /** The paper is equal and was compared within the last 15 minutes. */
    mayUse: row.may_use,
    /** The use that stands, if it is this provider's. */
    ownUse:
      row.own_use === null || row.own_use_at === null
        ? null
        : { id: row.own_use, at: new Date(row.own_use_at), counter: row.own_use_counter },
    claim: row.claim,
    claimUntil: row.claim_until === null ? null : new Date(row.claim_until),
    registersUse: row.registers_use,
    claimFirst: row.claim_first,
    partialUse: row.partial_use,
    /** Of a provider that may not work today: since when. */
    pausedSince: row.paused_since,
    /** What of the order is not as the look-up found it. */
    changes: row.changes,
  };
}
