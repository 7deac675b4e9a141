import type postgres from "postgres";
import type { Sizes } from "./sizes";

const YEAR = "interval '365 days'";

/**
 * SQL for the time of row n of a total: the rows are spread over a year, and the last one is a minute old.
 */
const back = (n: string, of: number) =>
  `now() - ${YEAR} * (1 - (${n})::float8 / ${of}) - interval '1 minute'`;

/**
 * Creates SQL functions for the id of row n and for the provider of order n. A few providers have many orders
 * and most have few, as in reality.
 */
export async function makeChooser(owner: postgres.Sql, { providers }: Sizes): Promise<void> {
  await owner.unsafe(`create function scale_id(name text) returns uuid language sql immutable as $$
    select overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$`);
  await owner.unsafe(`create function scale_provider_of(n bigint) returns int language sql immutable as $$
    select floor(${providers} * power((abs(hashint8(n)) % 100000) / 100000.0, 2))::int $$`);
}

/**
 * Inserts look-ups and comparisons. Only look-ups of the last day still have the typed ID, as the retention
 * job leaves them.
 */
export async function fillLookups(owner: postgres.Sql, { lookups, orders }: Sizes): Promise<void> {
  await owner.unsafe(`
    insert into lookup (id, person_id, provider_id, channel, asked_at, kind_code, number_typed, id_index, id_sealed,
      outcome, order_id, counter_id)
    select scale_id('l' || m), p.persons[1 + m % cardinality(p.persons)], p.id, 'typed', t.at, 'AS',
      case when m % 10 = 9 then '•••' || right((10000000 + o.n)::text, 4) else (10000000 + o.n)::text end,
      case when t.at > now() - interval '24 hours' then sha256(o.n::text::bytea) end,
      case when t.at > now() - interval '24 hours' then sha256('x') end,
      case when m % 10 = 9 then 'not_found' else 'current' end,
      case when m % 10 < 9 then scale_id('o' || o.n) end, p.counters[1 + m % 2]
    from generate_series(0, ${lookups - 1}) m
    cross join lateral (select m::bigint * ${orders} / ${lookups} as n) o
    cross join lateral (select ${back("m", lookups)} as at) t
    join scale_provider p on p.slot = scale_provider_of(o.n)`);
  await owner.unsafe(`
    insert into comparison (lookup_id, person_id, mode, result, at)
    select scale_id('l' || m), p.persons[1], 'show', 'equal', ${back("m", lookups)}
    from generate_series(0, ${lookups - 1}, 3) m
    join scale_provider p on p.slot = scale_provider_of(m::bigint * ${orders} / ${lookups})`);
}

/** Counts the days that are over, as the job of the server does minutes after its start. */
export async function countAnswers(owner: postgres.Sql): Promise<void> {
  while ((await owner`select count_answers() as more`)[0]?.more);
}

/**
 * Inserts uses, reversals, settlements, the sums that the settlement pages read, and proofs for every fourth
 * use.
 */
export async function fillUses(owner: postgres.Sql, { uses, lookups, orders }: Sizes): Promise<void> {
  const [known] = await owner<
    { last: string }[]
  >`select coalesce(max(serial), 0)::text as last from order_use`;
  const own = `serial > ${known?.last}`; // excludes the uses of the demonstration
  const lookupOf = (n: string) => `((2 * ${n})::bigint * ${lookups} / ${orders})`;
  await owner.unsafe(`
    insert into order_use (id, order_id, kind, amount, balance, provider_id, person_id, counter_id, lookup_id, key, at)
    select scale_id('u' || n), scale_id('o' || 2 * n), 'use', 20000 + (2 * n % 900) * 1000, 0, p.id, p.persons[1],
      p.counters[1 + n % 2], scale_id('l' || ${lookupOf("n")}), scale_id('k' || n),
      ${back(lookupOf("n"), lookups)} + interval '20 seconds'
    from generate_series(0, ${uses - 1}) n join scale_provider p on p.slot = scale_provider_of(2 * n)`);
  await owner.unsafe(`
    insert into order_use (order_id, kind, amount, balance, provider_id, person_id, key, undoes, reason, at)
    select order_id, 'undo', amount, amount, provider_id, person_id, gen_random_uuid(), id, 'No se entregó',
      at + interval '5 seconds'
    from order_use where ${own} and serial % 50 = 0`);
  await owner.unsafe(`update "order" o set state = 'issued', balance = value
    from order_use u where u.${own} and u.kind = 'undo' and o.id = u.order_id`);
  await owner.unsafe(`
    insert into settlement (use_id, state, invoice, cufe, objection, changed_at, changed_by)
    select u.id, s.state, case when s.state in ('invoiced', 'paid') then 'F' || bogota_day(u.at) end,
      case when s.state in ('invoiced', 'paid') then repeat(md5(u.provider_id || bogota_day(u.at)::text), 3) end,
      case when s.state = 'objected' then 'Falta la factura' end, u.at + interval '5 days', official.id
    from order_use u
    cross join (select id from person where caja_role = 'officer' order by created_at limit 1) official
    cross join lateral (select case when u.at < now() - interval '60 days' then 'paid' when u.at < now() - interval '45 days'
      then 'invoiced' when u.serial % 90 = 0 then 'objected' else 'legalized' end as state) s
    where u.${own} and u.kind = 'use' and u.at < now() - interval '20 days' and u.serial % 50 <> 0`);
  // An invoice for each provider and day, some thirty thousand of which can be paid.
  await owner.unsafe(`
    insert into invoice (provider_id, number_key, cufe)
    select distinct u.provider_id, invoice_key(s.invoice), s.cufe
    from settlement s join order_use u on u.id = s.use_id where s.cufe is not null
    on conflict do nothing`);
  await owner.unsafe("select rebuild_payable()");
  await owner.unsafe("select rebuild_order_sums()");
  await owner.unsafe("select rebuild_settlement_sums()"); // triggers are disabled during the bulk insert, so the sums are built here
  await owner.unsafe(`insert into receipt_key (id, state, public_key, private_sealed)
    values (250, 'retired', sha256('x'), 'x') on conflict do nothing`);
  await owner.unsafe(`
    insert into proof (number, kind, use_id, provider_id, person_id, at, content, key_id, signature)
    select 'U-' || to_char(u.at, 'YYYY') || '-' || lpad(u.serial::text, greatest(6, length(u.serial::text)), '0'), 'use', u.id, u.provider_id, u.person_id,
      u.at, '{}', 250, sha256('a') || sha256('b')
    from order_use u where u.${own} and u.kind = 'use' and u.serial % 4 = 0`);
}

/** Inserts the audit events of each look-up and use, and some rare events of the caja. */
export async function fillAudit(
  owner: postgres.Sql,
  { auditEvents, lookups, orders, uses }: Sizes,
): Promise<void> {
  const others = Math.max(0, auditEvents - lookups - uses);
  await owner.unsafe(`
    insert into audit_event (at, action, actor_id, provider_id, subject_kind, subject_id, channel, ip, detail)
    select ${back("m", lookups)}, case when m % 13 = 0 then 'order.compared' else 'order.looked_up' end,
      p.persons[1 + m % cardinality(p.persons)], p.id, 'lookup', scale_id('l' || m)::text, 'typed', '190.85.1.1',
      jsonb_build_object('outcome', 'current', 'kind', 'AS', 'order', scale_id('o' || (m::bigint * ${orders} / ${lookups})))
    from generate_series(0, ${lookups - 1}) m
    join scale_provider p on p.slot = scale_provider_of(m::bigint * ${orders} / ${lookups})`);
  await owner.unsafe(`
    insert into audit_event (at, action, actor_id, provider_id, subject_kind, subject_id, channel, ip, detail)
    select u.at, 'order.used', u.person_id, u.provider_id, 'order', u.order_id::text, 'web', '190.85.1.1',
      jsonb_build_object('use', u.id, 'amount', u.amount)
    from order_use u where u.provider_id is not null and u.kind = 'use'`);
  await owner.unsafe(`
    insert into audit_event (at, action, actor_id, subject_kind, subject_id, channel, ip, detail)
    select ${back("n", others + 1)}, (array['order.viewed', 'order.searched', 'request.approved', 'provider.suspended'])[
      case when n % 1000 = 0 then 4 when n % 400 = 0 then 3 else 1 + n % 2 end],
      official.id, 'order', scale_id('o' || n)::text, 'web', '10.0.0.1', '{}'
    from generate_series(1, ${others}) n
    cross join (select id from person where caja_role = 'officer' order by created_at limit 1) official`);
}
