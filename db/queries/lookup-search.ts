import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";
import type { Outcome } from "@/model/verdict";
import type { LookupChannel } from "./lookup";

type Row = {
  id: string;
  asked_at: string;
  channel: LookupChannel;
  outcome: Outcome;
  number_typed: string;
  order_id: string | null;
  order_number: string | null;
  provider_name: string;
  nit: string;
  check_digit: number;
  person: string;
  branch: string | null;
  counter: string | null;
  result: "equal" | "different" | "unreadable" | null;
};

export type FoundLookup = ReturnType<typeof lookupOf>;

function lookupOf(row: Row) {
  return {
    id: row.id,
    askedAt: new Date(row.asked_at),
    channel: row.channel,
    outcome: row.outcome,
    numberTyped: row.number_typed,
    order: row.order_id && row.order_number ? { id: row.order_id, number: row.order_number } : null,
    provider: { name: row.provider_name, nit: row.nit, checkDigit: row.check_digit },
    person: row.person,
    branch: row.branch,
    counter: row.counter,
    result: row.result,
  };
}

/** The look-ups whose id lies between two, the newest first. */
export async function listLookupsBetween(
  db: Database,
  _grant: Grant<"order.find">,
  { from, to }: { from: string; to: string },
): Promise<FoundLookup[]> {
  const rows = await db.execute<Row>(sql`
    select l.id, l.asked_at, l.channel, l.outcome, l.number_typed, l.order_id, o.number as order_number,
      v.legal_name as provider_name, v.nit, v.check_digit::int as check_digit, p.name as person, b.name as branch,
      c.name as counter, f.result
    from lookup l
    join provider v on v.id = l.provider_id
    join person p on p.id = l.person_id
    left join "order" o on o.id = l.order_id
    left join counter c on c.id = l.counter_id
    left join branch b on b.id = c.branch_id
    left join comparison f on f.lookup_id = l.id
    where l.id between ${from}::uuid and ${to}::uuid order by l.asked_at desc limit 5`);
  return rows.map(lookupOf);
}
