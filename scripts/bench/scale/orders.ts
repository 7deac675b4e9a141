import { createHash } from "node:crypto";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type postgres from "postgres";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import type { Sizes } from "./sizes";

/**
 * The id of row `n` of a table. It equals scale_id('o17') in SQL, so that rows of other tables can refer to
 * it.
 */
function idOf(letter: string, n: number): string {
  const hex = createHash("md5").update(`${letter}${n}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const offices = ["CAC Prado", "CAC Soledad", "Portal web", "CAC Centro", "CAC Malambo", "Unidad móvil"];
const AFFILIATES = 400_000;

/** The ID of the affiliate of order `n`. */
const idNumberOf = (n: number) => String(1_040_000_000 + (n % AFFILIATES));

const bytes = (value: Buffer) => `\\\\x${value.toString("hex")}`;

/**
 * Names and IDs are encrypted with the real keys, so that every page can decrypt them; PostgreSQL generates
 * the other columns.
 */
export async function fillOrders(owner: postgres.Sql, { orders, uses }: Sizes): Promise<void> {
  await owner`create unlogged table scale_sealed (n int, id uuid, id_sealed bytea, id_index bytea, name_sealed bytea)`;
  const sink = await owner`copy scale_sealed from stdin`.writable();
  let lines: string[] = [];
  for (let n = 0; n < orders; n++) {
    const id = idOf("o", n);
    lines.push(
      `${n}\t${id}\t${bytes(seal(idNumberOf(n), affiliateIdPlace(id)))}\t${bytes(affiliateIdIndex(idNumberOf(n)))}\t${bytes(
        seal(`María Elena Pérez ${n}`, affiliateNamePlace(id)),
      )}\n`,
    );
    if (lines.length === 2_000) {
      if (!sink.write(lines.join(""))) await once(sink, "drain");
      lines = [];
    }
  }
  sink.end(lines.join(""));
  await finished(sink);

  // Two of three uses are of even orders in the older part; some of the other orders are expired or annulled.
  await owner`
    insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
      affiliate_name_sealed, value, balance, concept, issued_on, valid_until, provider_nit, office, state, state_before,
      state_changed_at, created_at, updated_at)
    select s.id, case when s.n % 10 < 7 then 'AS' else (array['AS', k.other, k.other])[s.n % 3 + 1] end,
      (10000000 + s.n)::text, (10000000 + s.n)::text, 'CC', s.id_sealed, s.id_index, s.name_sealed,
      20000 + (s.n % 900) * 1000, case when s.n % 2 = 0 and s.n / 2 < ${uses}::int then 0 else 20000 + (s.n % 900) * 1000 end,
      (array['Calzado', 'Útiles escolares', 'Mercado', 'Ferretería'])[s.n % 4 + 1], d.on_day, d.on_day + 29,
      case when s.n % 5 = 0 then p.nit end, (${offices}::text[])[s.n % 6 + 1], t.state,
      case when t.state = 'blocked' then 'issued' end, d.on_day + interval '12 hours', d.on_day, d.on_day
    from scale_sealed s
    cross join (select coalesce((select code from order_kind where code <> 'AS' and active order by code limit 1), 'AS') as other) k
    cross join lateral (select current_date - ((${orders}::bigint - 1 - s.n) * 365 / ${orders}::bigint)::int as on_day) d
    cross join lateral (select case when s.n % 2 = 0 and s.n / 2 < ${uses}::int then 'used' when s.n % 101 = 1 then 'annulled'
      when s.n % 2003 = 1 then 'blocked' when s.n % 3 = 1 then 'delivered' else 'issued' end as state) t
    left join scale_provider p on s.n % 5 = 0 and p.slot = scale_provider_of(s.n)`;
  await owner`drop table scale_sealed`;
  await owner`insert into order_key (id, state, public_key, private_sealed)
    values (250, 'retired', sha256('x'), 'x') on conflict do nothing`;
  await owner`
    insert into order_code (order_id, code_id, key_id, code, check_sealed, check_index, tail_index, prints, printed_at)
    select scale_id('o' || n), substr(sha256(n::text::bytea), 1, 8), 250,
      substr(sha256(n::text::bytea) || sha256('a') || sha256('b'), 1, 92), sha256('c'), sha256(('k' || n)::bytea),
      sha256(('t' || n)::bytea), 1, now()
    from generate_series(0, ${orders - 1}::int) n where n % 4 <> 3`;
}
