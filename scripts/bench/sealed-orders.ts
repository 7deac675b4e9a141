import { randomInt, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";

const BATCH = 5_000;

/** Inserts `count` orders over a year, with affiliates' data that can be decrypted. */
export async function fillSealedOrders(owner: postgres.Sql, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => sealedOrder(from + at));
    await owner`
      insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      select r.id, 'AS', r.number, r.number, 'CC', decode(r.id_sealed, 'base64'), decode(r.id_index, 'base64'),
        decode(r.name_sealed, 'base64'), r.value, r.value, 'Calzado', current_date - r.days, current_date - r.days + 30,
        'CAC Prado', 'issued'
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, number text, id_sealed text,
        id_index text, name_sealed text, value bigint, days int)`;
  }
  await owner.unsafe('vacuum analyze "order"');
}

function sealedOrder(serial: number) {
  const id = randomUUID();
  const idNumber = String(randomInt(1_040_000_000, 1_149_999_999));
  return {
    id,
    number: String(70_000_000 + serial),
    id_sealed: seal(idNumber, affiliateIdPlace(id)).toString("base64"),
    id_index: affiliateIdIndex(idNumber).toString("base64"),
    name_sealed: seal(`María Elena Pérez ${serial}`, affiliateNamePlace(id)).toString("base64"),
    value: 20_000 + (serial % 900) * 1_000,
    days: serial % 365,
  };
}
