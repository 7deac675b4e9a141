import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { lookupChannels } from "@/db/schema/lookup";
import type { Grant } from "@/model/access";
import { mapTexts, orderFields } from "@/model/order-field";
import { type NumberShape, saysShape } from "@/model/order-number";
import type { Outcome } from "@/model/verdict";
import { type CounterRow, counterFacts } from "./lookup-comparison";

/** By which door a question came (db/schema/lookup.ts). */
export type LookupChannel = (typeof lookupChannels)[number];

type Row = {
  asked_at: string;
  read_at: string;
  kind_code: string;
  kind_name: string | null;
  number_typed: string;
  id_sealed: Buffer | null;
  outcome: Outcome;
  wait_until: string | null;
  order_id: string | null;
  number: string | null;
  affiliate_id_kind: string | null;
  affiliate_id_sealed: Buffer | null;
  affiliate_name_sealed: Buffer | null;
  value: string | null;
  balance: string | null;
  texts: Readonly<Record<string, string>> | null;
  issued_on: string | null;
  valid_until: string | null;
  state_changed_at: string | null;
  data_updated_at: string | null;
  channel: LookupChannel;
  digits_missed: number;
  asker_name: string | null;
  ahead_seconds: number | null;
  asker_counter: string | null;
} & CounterRow;

const moment = (text: string | null) => (text === null ? null : new Date(text));
const pesos = (text: string | null) => (text === null ? null : Number(text));

/** A question of this provider with the order's present state; null for anybody else's. */
export async function findLookup(db: Database, grant: Grant<"order.look_up">, id: string) {
  const [row] = await db.execute<Row>(sql`
    select *, (select p.name from lookup l join person p on p.id = l.person_id where l.id = ${id}) as asker_name,
      (select c.name from lookup l join counter c on c.id = l.counter_id where l.id = ${id}) as asker_counter,
      (select l.ahead_seconds from lookup l where l.id = ${id}) as ahead_seconds
    from read_lookup(${id}, ${grant.actor.provider.id})
    cross join read_counter_facts(${id}, ${grant.actor.provider.id})`);
  if (!row) return null;
  return {
    outcome: row.outcome,
    askedAt: new Date(row.asked_at),
    readAt: new Date(row.read_at),
    kindCode: row.kind_code,
    kindName: row.kind_name ?? row.kind_code,
    numberTyped: row.number_typed,
    idSealed: row.id_sealed,
    waitUntil: moment(row.wait_until),
    /** Of a miss: how long the next one would make wait, where it would. */
    aheadSeconds: row.ahead_seconds,
    number: row.number,
    startsOn: row.issued_on,
    endsOn: row.valid_until,
    stateChangedAt: moment(row.state_changed_at),
    dataUpdatedAt: moment(row.data_updated_at),
    channel: row.channel,
    digitsMissed: row.digits_missed,
    /** Who asked: the counter that the device was, else the person. */
    asker: row.asker_counter ?? row.asker_name,
    orderId: row.order_id,
    order: sheetOf(row),
    counter: counterFacts(row),
  };
}

/** Of a current order what its kind shows to providers; null of any other. */
function sheetOf(row: Row) {
  const { order_id, number, affiliate_id_kind, affiliate_id_sealed, value, balance, valid_until } = row;
  if (!order_id || !number || !affiliate_id_kind || !affiliate_id_sealed || !valid_until) return null;
  return {
    id: order_id,
    number,
    affiliateIdKind: affiliate_id_kind,
    affiliateIdSealed: affiliate_id_sealed,
    affiliateNameSealed: row.affiliate_name_sealed,
    value: pesos(value),
    balance: pesos(balance),
    ...mapTexts((name) => row.texts?.[orderFields[name].column] ?? null),
    issuedOn: row.issued_on,
    validUntil: valid_until,
  };
}

/** How the numbers of each kind look, by code, of the kinds that say it. It tells nothing of any order. */
export async function listNumberShapes(db: Database): Promise<Map<string, NumberShape>> {
  const rows = await db.execute<
    NumberShape & { code: string; prefix: string | null; length: number | null }
  >(sql`
    select k.code, k.core_digits_only as "digitsOnly", k.core_shortest::int as shortest, k.core_longest::int as longest,
      s.prefix, s.length
    from order_kind k left join lateral own_series(k.code) s on true`);
  return new Map(
    rows.filter(saysShape).map(({ code, digitsOnly, shortest, longest, prefix, length }) => [
      code,
      {
        digitsOnly,
        shortest,
        longest,
        own: prefix && length ? prefix + "1".padStart(length - prefix.length, "0") : null,
      },
    ]),
  );
}

/** How often the person of the grant has found a current order; counts no further than two. */
export async function countFoundBy(db: Database, grant: Grant<"application.view">): Promise<number> {
  const found = await db.execute(sql`
    select 1 from lookup
    where person_id = ${grant.actor.personId} and provider_id = ${grant.actor.provider.id}
      and outcome = 'current'
    limit 2`);
  return found.length;
}
