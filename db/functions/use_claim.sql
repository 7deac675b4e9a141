-- Claims before a use. Guards against: two counters that deliver goods for one order at once, and a lost answer that
-- leaves a use in doubt.

-- A counter takes an order for a while (claim_window) before it registers the use, where the kind asks for it. A claim
-- that still runs is not made longer. Outcomes: 'done', 'claimed' (another provider's runs), 'uncompared',
-- 'not_asked' (the kind asks for none), 'paused', or the standing of the order that forbids it.
create domain claim_outcome as text
  check (value in ('done', 'claimed', 'uncompared', 'not_asked', 'paused', 'not_found', 'other_provider', 'draft',
    'used', 'annulled', 'replaced', 'blocked', 'expired', 'not_yet'));

create function claim_order(p_lookup uuid, p_person uuid, p_provider uuid, p_ip text, p_session uuid default null)
returns claim_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: p_session
declare
  provider_nit text;
  o "order";
  standing text;
begin
  select v.nit into provider_nit from provider v
  where v.id = p_provider and may_for(p_person, p_provider, 'order.use');
  if provider_nit is null then raise exception 'person % registers no uses for provider %', p_person,
    p_provider; end if;
  perform require_named(p_session, p_person);

  select w.* into o from "order" w join lookup l on l.order_id = w.id
  where l.id = p_lookup and l.provider_id = p_provider for no key update of w;
  if o.id is null then return 'not_found'; end if;
  standing := case when provider_may_work(p_provider, clock_timestamp())
    then order_standing(o, provider_nit, clock_timestamp()) else 'paused' end;
  if standing <> 'current' then return standing; end if;
  if not (select k.registers_use and k.claim_first from rules_of(o) k) then return 'not_asked'; end if;
  if not has_recent_comparison(p_lookup, p_person, p_provider, o) then return 'uncompared'; end if;
  if exists (select from order_claim c where c.order_id = o.id and c.until > clock_timestamp()) then
    return (select case when c.provider_id = p_provider then 'done' else 'claimed' end from order_claim c
      where c.order_id = o.id);
  end if;
  insert into order_claim as c (order_id, provider_id, person_id, lookup_id, claimed_at, until)
  values (o.id, p_provider, p_person, p_lookup, clock_timestamp(), clock_timestamp() + claim_window())
  on conflict (order_id) do update set provider_id = excluded.provider_id, person_id = excluded.person_id,
    lookup_id = excluded.lookup_id, claimed_at = excluded.claimed_at, until = excluded.until;
  perform audit_append(p_action => 'order.claimed', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'order', p_subject_id => o.id::text, p_ip => p_ip, p_detail => jsonb_build_object('lookup',
    p_lookup));
  return 'done';
end $$;

-- Releases the claim early. Without a claim nothing happens.
create function release_claim(p_lookup uuid, p_person uuid, p_provider uuid, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  released uuid;
begin
  if not may_for(p_person, p_provider, 'order.use')
  then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;
  perform from "order" o join lookup l on l.order_id = o.id where l.id = p_lookup and l.provider_id = p_provider
    for no key update of o;
  delete from order_claim c using lookup l
  where l.id = p_lookup and l.provider_id = p_provider and c.order_id = l.order_id and c.provider_id = p_provider
  returning c.order_id into released;
  if released is not null then
    perform audit_append(p_action => 'order.claim_released', p_actor => p_person, p_provider => p_provider,
      p_subject_kind => 'order', p_subject_id => released::text, p_ip => p_ip);
  end if;
end $$;

-- The use that an idempotency key made. A key without a use is closed, so that a request still on its way makes none
-- later: null is final. Waits for the order's lock.
create function settle_use(
  p_lookup uuid, p_provider uuid, p_key uuid, p_person uuid, p_ip text
) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
declare
  known_use uuid;
begin
  if not may_for(p_person, p_provider, 'order.use')
  then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;
  perform from "order" o join lookup l on l.order_id = o.id where l.id = p_lookup and l.provider_id = p_provider
    for no key update of o;
  known_use := use_of_key(p_provider, p_person, p_key);
  if known_use is not null or not exists (select from lookup l where l.id = p_lookup
    and l.provider_id = p_provider)
  then return known_use; end if;
  insert into closed_use_key (provider_id, key) values (p_provider, p_key) on conflict do nothing;
  if found then
    perform audit_append(p_action => 'order.use_given_up', p_actor => p_person, p_provider => p_provider,
      p_subject_kind => 'lookup', p_subject_id => p_lookup::text, p_ip => p_ip);
  end if;
  return null;
end $$;

create function use_of_key(p_provider uuid, p_person uuid, p_key uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: nullable: result
  select u.id from order_use u where u.provider_id = p_provider and u.key = p_key and u.kind = 'use'
    and may_for(p_person, p_provider, 'order.use');
$$;

-- A use for its receipt, and how the asking person may undo it.
create domain way_back as text check (value in ('self', 'caja', 'asked', 'undone', 'settled'));

create function read_use(p_use uuid, p_provider uuid, p_person uuid, p_counter uuid)
returns table (
  id uuid, serial bigint, at timestamptz, read_at timestamptz, number text, kind_name text, value bigint, amount bigint,
  balance bigint, provider_name text, provider_nit text, provider_digit int, person_name text, branch_name text,
  counter_name text, invoice text, lookup_id uuid, way_back way_back, undone_at timestamptz, undo_reason text,
  asked_at timestamptz, refused_at timestamptz, refusal_reason text
) language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row; nullable: p_counter, person_name, branch_name, counter_name, invoice, lookup_id
-- contract: nullable: undone_at, undo_reason, asked_at, refused_at, refusal_reason
  select u.id, u.serial, u.at, now(), o.number, k.name, coalesce(q.value, o.value), u.amount, u.balance, v.legal_name,
    v.nit, v.check_digit::int,
    p.name, b.name, c.name, u.invoice, u.lookup_id,
    case
      when back.id is not null then 'undone'
      when is_use_final(u.id) then 'settled'
      when r.id is not null and r.decided_at is null then 'asked'
      when u.at + undo_window() > now() and u.counter_id is not distinct from p_counter
        and (p_counter is not null or u.person_id = p_person) and o.state <> 'replaced' then 'self'
      else 'caja'
    end,
    back.at, back.reason, r.asked_at, case when r.approved = false then r.decided_at end,
    case when r.approved = false then r.decision_reason end
  from order_use u
  join "order" o on o.id = u.order_id
  join lateral rules_of(o) k on true
  join provider v on v.id = u.provider_id
  left join person p on p.id = u.person_id
  left join counter c on c.id = u.counter_id
  left join branch b on b.id = c.branch_id
  left join order_use back on back.undoes = u.id
  left join comparison q on q.lookup_id = u.lookup_id
  left join lateral (select q.* from undo_request q where q.use_id = u.id order by q.asked_at desc limit 1) r on true
  where u.id = p_use and u.provider_id = p_provider and u.kind = 'use'
    and may_for(p_person, p_provider, 'order.look_up');
$$;
