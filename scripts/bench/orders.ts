import { randomInt, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { lookupBudgets } from "@/domain/lookup/budget";
import { typedIdPlace } from "@/domain/lookup/look-up";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import { normaliseIdNumber } from "@/model/identity/identity-document";
import { normaliseOrderNumber } from "@/model/order-number";

export type Target = { idNumber: string; number: string };

const TARGETS = 500;
const BATCH = 50_000;

/** Fills the table up to `count` orders, and returns those whose data can be looked up and decrypted. */
export async function fillOrders(owner: postgres.Sql, count: number): Promise<Target[]> {
  const [known] = await owner<{ n: number }[]>`select count(*)::int as n from "order"`;
  for (let from = known?.n ?? 0; from < count; from += BATCH) {
    const to = Math.min(from + BATCH, count) - 1;
    await owner`
      insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      select gen_random_uuid(), 'AS', (5000000 + n)::text, (5000000 + n)::text, 'CC',
        sha256(n::text::bytea) || '\\x00'::bytea, sha256(('id' || n)::bytea), sha256(('name' || n)::bytea),
        480000, 480000, 'Calzado', current_date - 5, current_date + 30, 'CAC Prado', 'issued'
      from generate_series(${from}::int, ${to}::int) n on conflict do nothing`;
  }
  const targets = await makeTargets(owner);
  await owner.unsafe('analyze "order"');
  return targets;
}

async function makeTargets(owner: postgres.Sql): Promise<Target[]> {
  const targets = Array.from({ length: TARGETS }, () => {
    const id = randomUUID();
    const idNumber = String(randomInt(1_040_000_000, 1_149_999_999));
    return {
      idNumber,
      number: String(randomInt(100_000_000, 999_999_999)),
      row: {
        id,
        sealedId: seal(idNumber, affiliateIdPlace(id)),
        index: affiliateIdIndex(idNumber),
        name: seal("María Pérez", affiliateNamePlace(id)),
      },
    };
  });
  for (const { number, row } of targets) {
    await owner`
      insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      values (${row.id}, 'AS', ${number}, ${number}, 'CC', ${row.sealedId}, ${row.index}, ${row.name}, 480000, 480000,
        'Calzado', current_date - 5, current_date + 30, 'CAC Prado', 'issued') on conflict do nothing`;
  }
  return targets;
}

/** Runs the SQL statement of a look-up alone, with the database role of the providers. */
export async function bareLookUp(url: string, email: string) {
  const owner = connect(url, null, 1);
  const [till] = await owner<{ person: string; provider: string }[]>`
    select p.id as person, m.provider_id as provider from person p join membership m on m.person_id = p.id
    where p.email = ${email}`;
  await owner.end();
  if (!till) throw new Error(`no till ${email}`);
  const client = connect(url, "app_provider", 8);
  return {
    end: () => client.end(),
    ask: async ({ idNumber, number }: Target) => {
      const id = randomUUID();
      const numberKey = normaliseOrderNumber(number);
      const index = affiliateIdIndex(normaliseIdNumber(idNumber));
      const budgets = lookupBudgets({
        personId: till.person,
        providerId: till.provider,
        ip: "127.0.0.1",
        affiliate: index.toString("hex"),
        kindCode: "AS",
        numberKey,
      });
      const [row] = await client<
        { outcome: string }[]
      >`select look_up_order(${id}, ${till.person}, ${till.provider},
        'typed', '127.0.0.1', 'AS', '', ${numberKey}, ${index}, ${seal(idNumber, typedIdPlace(id))},
        ${JSON.stringify(budgets)}::text::jsonb) as outcome`;
      if (row?.outcome !== "current") throw new Error(`outcome ${row?.outcome}`);
    },
  };
}
