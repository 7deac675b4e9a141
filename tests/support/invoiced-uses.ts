import { randomBytes, randomUUID } from "node:crypto";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import { makeProvider } from "./factories/account";
import { owner } from "./look-up-orders";

/** A provider with uses of $1.000 on one invoice that can be paid; answers its CUFE. */
export async function invoicedUses({
  kind,
  official,
  count,
}: {
  kind: string;
  official: string;
  count: number;
}): Promise<string> {
  const provider = await makeProvider({ approved: true });
  const cufe = randomBytes(48).toString("hex");
  const hex = (sealed: Buffer) => `\\x${sealed.toString("hex")}`;
  const rows = Array.from({ length: count }, () => {
    const order = randomUUID();
    return {
      order,
      use: randomUUID(),
      number: randomUUID().toUpperCase(),
      id_sealed: hex(seal("1042555318", affiliateIdPlace(order))),
      name_sealed: hex(seal("Ana Prueba", affiliateNamePlace(order))),
    };
  });
  await owner.begin(async (sql) => {
    // Other tests open the list of orders, which shows the names.
    await sql`create temp table used on commit drop as
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as r("order" uuid, use uuid, number text, id_sealed bytea, name_sealed bytea)`;
    await sql`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      select "order", ${kind}, number, number, 'CC', id_sealed, 'x', name_sealed, 1000, 0, '', bogota_today(), bogota_today(), '', 'used'
      from used`;
    await sql`insert into order_use (id, order_id, kind, amount, balance, provider_id, key)
      select use, "order", 'use', 1000, 0, ${provider}, gen_random_uuid() from used`;
    await sql`insert into invoice (provider_id, number_key, cufe, value) values (${provider}, 'FE-1', ${cufe}, ${count * 1_000})`;
    await sql`insert into settlement (use_id, state, invoice, cufe, legalized_by, changed_at, changed_by)
      select use, 'invoiced', 'FE-1', ${cufe}, ${official}, now(), ${official} from used`;
  });
  return cufe;
}
