-- Proofs that a provider takes of what it asked and used. Guards against: a proof of another's order, and one that
-- says something else than the answer page did.

-- Content of a proof of a look-up, as the answer page shows it now, with its next number. After a comparison, value
-- and balance are the compared ones; for an order that has changed, or of which nobody knows any more what was shown,
-- there are none. No row for another provider's look-up, nor for a scan whose digits are missing, which has no answer
-- yet. A number of which no order is known is proved by its last signs: a proof names nobody, and it stays for ever.
-- `known` is the proof that was given before; then the rest is irrelevant.
create function lookup_to_prove(p_lookup uuid, p_person uuid, p_provider uuid)
returns table (
  known uuid, serial bigint, at timestamptz, asked_at timestamptz, channel lookup_channel, kind_code text,
  kind_name text, number text, outcome lookup_answer, outcome_now lookup_answer, value bigint, balance bigint,
  result comparison_result, compared_at timestamptz,
  differing text[], provider_name text, provider_nit text, provider_digit int, person_name text, branch_name text,
  counter_name text
) language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: known, serial, kind_name, number, value, balance, result, compared_at
-- contract: nullable: branch_name, counter_name, person_name
declare
  known_proof uuid;
begin
  if not may_for(p_person, p_provider, 'order.look_up') then return; end if;
  select p.id into known_proof from proof p left join comparison c on c.lookup_id = p.lookup_id and c.result is not null
  where p.lookup_id = p_lookup and p.provider_id = p_provider
    and p.kind = case when c.lookup_id is null then 'look_up' else 'comparison' end;
  return query
  select known_proof, case when known_proof is null then nextval('proof_number') end, clock_timestamp(), l.asked_at,
    l.channel::lookup_channel,
    l.kind_code, a.kind_name, coalesce(a.number, nullif(l.number_typed, '')), l.outcome::lookup_answer,
    a.outcome,
    case when w.value is not null then w.value when f.knows_shown and f.changes = '{}' then a.value end,
    case when w.value is not null then w.balance when f.knows_shown and f.changes = '{}' then a.balance end,
    f.result::comparison_result, f.compared_at, f.differing, v.legal_name, v.nit, v.check_digit::int,
    -- A paired device asked alone: nobody is named in the proof.
    case when l.device_id is null then p.name end, b.name, c.name
  from lookup l
  join read_lookup(p_lookup, p_person, p_provider) a on true
  join read_counter_facts(p_lookup, p_person, p_provider) f on true
  join provider v on v.id = l.provider_id
  join person p on p.id = l.person_id
  left join comparison w on w.lookup_id = l.id and w.result is not null
  left join counter c on c.id = l.counter_id
  left join branch b on b.id = c.branch_id
  where l.id = p_lookup and l.provider_id = p_provider and l.outcome <> 'digits';
end $$;

-- Content of the receipt of a ledger entry, which is a use or its reversal. The order's value is the compared one.
create domain ledger_entry as text check (value in ('use', 'undo'));

create function use_to_prove(p_use uuid, p_person uuid, p_provider uuid)
returns table (
  known uuid, use_id uuid, kind ledger_entry, serial bigint, at timestamptz, used_serial bigint,
  used_at timestamptz, amount bigint, balance bigint, invoice text, given_at timestamptz,
  kind_code text, kind_name text, number text, value bigint,
  provider_name text, provider_nit text, provider_digit int, person_name text, branch_name text, counter_name text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: known, invoice, person_name, branch_name, counter_name
  select p.id, e.id, e.kind, e.serial, e.at, u.serial, u.at, e.amount, e.balance, u.invoice, clock_timestamp(),
    o.kind_code, k.name, o.number, coalesce(q.value, o.value), v.legal_name, v.nit, v.check_digit::int, w.name, b.name,
    c.name
  from order_use u
  left join order_use back on back.undoes = u.id
  join order_use e on e.id = coalesce(back.id, u.id)
  join "order" o on o.id = u.order_id
  join lateral rules_of(o) k on true
  join provider v on v.id = u.provider_id
  left join person w on w.id = u.person_id
  left join counter c on c.id = u.counter_id
  left join branch b on b.id = c.branch_id
  left join proof p on p.use_id = e.id
  left join comparison q on q.lookup_id = u.lookup_id
  where u.id = p_use and u.provider_id = p_provider and u.kind = 'use'
    and may_for(p_person, p_provider, 'order.look_up');
$$;

-- Stores a proof as it was signed. A concurrent or repeated call gets the first one: one for each answer, comparison,
-- use and undo.
create function give_proof(
  p_kind text, p_lookup uuid, p_use uuid, p_number text, p_at timestamptz, p_content text, p_key int, p_signature bytea,
  p_person uuid, p_provider uuid, p_ip text, p_session uuid default null
) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_lookup, p_use, p_session
declare
  proof_id uuid;
begin
  if not may_for(p_person, p_provider, 'order.look_up')
    or not exists (
      select from lookup l where l.id = p_lookup and l.provider_id = p_provider
      union all
      select from order_use e join order_use u on u.id = coalesce(e.undoes, e.id) where e.id = p_use
        and e.kind = p_kind and u.provider_id = p_provider)
  then raise exception 'person % is given no proof for provider %', p_person, p_provider; end if;
  perform require_named(p_session, p_person, (
    select l.counter_id from lookup l where l.id = p_lookup
    union all
    select e.counter_id from order_use e where e.id = p_use));

  insert into proof as p (number, kind, lookup_id, use_id, provider_id, person_id, at, content, key_id, signature)
  values (p_number, p_kind, p_lookup, p_use, p_provider, p_person, p_at, p_content, p_key, p_signature)
  on conflict do nothing returning p.id into proof_id;
  if proof_id is null then
    return (select p.id from proof p where p.use_id = p_use or (p.lookup_id = p_lookup and p.kind = p_kind));
  end if;
  perform audit_append(p_action => 'proof.given', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'proof', p_subject_id => proof_id::text, p_ip => p_ip, p_detail => jsonb_build_object('number',
    p_number, 'kind', p_kind));
  return proof_id;
end $$;

create function forbid_proof_change() returns trigger language plpgsql as $$
begin
  raise exception 'proofs are never changed' using errcode = 'check_violation';
end $$;

create trigger forbid_proof_change before update or delete on proof for each row execute function forbid_proof_change();

-- The short form of a proof's signature, as domain/proof/signature.ts writes it on the proof.
create function proof_code(p_signature bytea) returns text language sql immutable as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(sha256(p_signature), n) & 31) + 1, 1), ''
    order by n) from generate_series(0, 7) n;
$$;

-- A proof by its number and code, so that numbers alone, which follow each other, open none. Includes whether the use
-- was undone since.
create function find_proof(p_number text, p_code text)
returns table (content text, key_id int, signature bytea, undone_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: undone_at
  select p.content, p.key_id::int, p.signature, back.at
  from proof p left join order_use back on back.undoes = p.use_id
  where p.number = p_number and proof_code(p.signature) = p_code;
$$;

-- Makes the key that signs receipts when there is none, or when the present one is a year old; that one stays
-- known, so that what it signed can be checked for ever. "changed": none is wanted, or another process was first.
create function add_receipt_key(p_id int, p_public bytea, p_private bytea) returns key_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table receipt_key in share row exclusive mode;
  if p_id <> (select coalesce(max(id), 0) + 1 from receipt_key)
    or exists (select from receipt_key where state = 'active' and may_sign_receipts(created_at))
  then return 'changed'; end if;
  if p_id > 255 then return 'full'; end if;
  update receipt_key set state = 'retired', retired_at = now() where state = 'active';
  insert into receipt_key (id, state, public_key, private_sealed) values (p_id, 'active', p_public, p_private);
  perform audit_append(p_action => 'receipt_key.made', p_actor => null, p_subject_kind => 'receipt_key',
    p_subject_id => p_id::text, p_channel => 'system');
  return 'done';
end $$;

-- Codes of orders that a phone without internet must not take: used, annulled or replaced within their days. Eight
-- bytes each, with the moment at which the list was true.
create function read_dead_codes() returns table (ids bytea, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row
  select coalesce(string_agg(c.code_id, ''::bytea order by c.code_id), ''::bytea), now()
  from (select code_id, order_id from order_code union all select code_id, order_id from superseded_code) c
  join "order" o on o.id = c.order_id
  where o.state in ('used', 'annulled', 'replaced') and o.valid_until >= bogota_today();
$$;

-- Codes of papers that a newer one of the same order took the place of, of orders that may still be used.
create function read_superseded_codes() returns table (ids bytea, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: one row
  select coalesce(string_agg(s.code_id, ''::bytea order by s.code_id), ''::bytea), now()
  from superseded_code s join "order" o on o.id = s.order_id
  where o.state in ('issued', 'delivered', 'blocked') and o.valid_until >= bogota_today();
$$;
