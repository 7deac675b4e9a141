-- Uses of orders. Guards against: an order that is used twice, a repeated request that is registered twice, and a use
-- without the paper.

-- Registers a use exactly once. The order's row lock serialises concurrent calls: the second one sees the result of
-- the first. The same provider and key get the stored answer again; asked for another order, amount or invoice it is
-- 'key_reused'. Outcomes: 'done', 'same' (the key's own use), 'yours' (this provider used it up before),
-- 'key_reused', 'key_closed' (the provider was told that it made none), 'claimed' (another counter holds it),
-- 'uncompared' (this look-up did not compare the paper, compared it too long ago, or the order changed since),
-- 'unclaimed' (the kind asks for a claim first), 'not_registered' (the kind registers no use), 'amount' (not a part
-- that may be used), 'paused', or the standing of the order that forbids it.
create domain use_outcome as text
  check (value in ('done', 'same', 'yours', 'key_reused', 'key_closed', 'claimed', 'uncompared', 'unclaimed',
    'not_registered', 'amount', 'paused', 'not_found', 'other_provider', 'draft', 'used', 'annulled', 'replaced',
    'blocked', 'expired', 'not_yet'));

create function use_order(
  p_order uuid, p_person uuid, p_provider uuid, p_counter uuid, p_lookup uuid, p_key uuid, p_amount bigint,
  p_invoice text, p_ip text, p_session uuid default null
) returns table (outcome use_outcome, use_id uuid, serial bigint, amount bigint, balance bigint, at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_counter, p_amount, p_invoice, p_session, use_id, serial, amount, balance, at
declare
  provider_nit text;
  kind order_kind_version;
  o "order";
  entry order_use;
  standing text;
  part bigint;
begin
  select v.nit into provider_nit from provider v
  where v.id = p_provider and may_for(p_person, p_provider, 'order.use');
  if provider_nit is null then raise exception 'person % registers no uses for provider %', p_person,
    p_provider; end if;
  perform require_named(p_session, p_person, p_counter);

  -- Not "for update": look-ups write rows that point here and must not wait.
  select * into o from "order" where id = p_order for no key update;
  select * into kind from rules_of(o);
  select * into entry from order_use u where u.provider_id = p_provider and u.key = p_key;
  if entry.id is not null then
    return query select
      case when entry.order_id = p_order and entry.kind = 'use' and (p_amount is null or entry.amount = p_amount)
          and entry.invoice is not distinct from p_invoice
        then 'same' else 'key_reused' end::use_outcome,
      entry.id, entry.serial, entry.amount, entry.balance, entry.at;
    return;
  end if;
  if exists (select from closed_use_key c where c.provider_id = p_provider and c.key = p_key) then
    return query select 'key_closed'::use_outcome, null::uuid, null::bigint, null::bigint, o.balance,
      o.state_changed_at;
    return;
  end if;

  part := coalesce(p_amount, o.balance);
  standing := case
    when o.id is null then 'not_found'
    when not provider_may_work(p_provider, clock_timestamp()) then 'paused'
    else order_standing(o, provider_nit, clock_timestamp())
  end;
  if standing = 'used' then
    select * into entry from order_use u where u.order_id = p_order and u.kind = 'use'
      and not exists (select from order_use undo where undo.undoes = u.id) order by u.serial desc limit 1;
    if entry.provider_id = p_provider then
      return query select 'yours'::use_outcome, entry.id, entry.serial, entry.amount, entry.balance, entry.at;
      return;
    end if;
    return query select 'used'::use_outcome, null::uuid, null::bigint, null::bigint, null::bigint, o.state_changed_at;
    return;
  end if;
  if standing = 'current' then
    standing := case
      when not kind.registers_use then 'not_registered'
      when exists (select from order_claim c where c.order_id = p_order and c.until > clock_timestamp()
        and c.provider_id <> p_provider) then 'claimed'
      when not has_recent_comparison(p_lookup, p_person, p_provider, o) then 'uncompared'
      when kind.claim_first and not exists (select from order_claim c where c.order_id = p_order
        and c.provider_id = p_provider and c.until > clock_timestamp()) then 'unclaimed'
      when part <= 0 or part > o.balance or (part < o.balance and not kind.partial_use) then 'amount'
      else 'current'
    end;
  end if;
  if standing <> 'current' then
    return query select standing::use_outcome, null::uuid, null::bigint, null::bigint, o.balance, o.state_changed_at;
    return;
  end if;

  begin
    insert into order_use as u (order_id, kind, amount, balance, provider_id, person_id, counter_id, lookup_id,
      invoice, key, at)
    values (p_order, 'use', part, o.balance - part, p_provider, p_person, own_counter(p_counter, p_provider), p_lookup,
      p_invoice, p_key,
      clock_timestamp())
    returning * into entry;
  exception when unique_violation then -- the key went to another order while we waited
    return query select 'key_reused'::use_outcome, null::uuid, null::bigint, null::bigint, null::bigint,
      null::timestamptz;
    return;
  end;
  update "order" w set balance = entry.balance, updated_at = clock_timestamp(),
    state = case when entry.balance = 0 then 'used' else w.state end,
    state_changed_at = case when entry.balance = 0 then entry.at else w.state_changed_at end
  where w.id = p_order;
  delete from order_claim c where c.order_id = p_order;
  perform audit_append(p_action => case when entry.balance = 0 then 'order.used' else 'order.partly_used' end,
    p_actor => p_person, p_provider => p_provider, p_subject_kind => 'order', p_subject_id => p_order::text,
    p_ip => p_ip, p_detail => jsonb_build_object('use', entry.id, 'amount', part, 'balance', entry.balance, 'from',
    o.state));
  return query select 'done'::use_outcome, entry.id, entry.serial, entry.amount, entry.balance, entry.at;
end $$;

-- The reversal of a use: always the whole amount, never twice. Callers have checked that it is allowed.
create function insert_reversal(
  p_use uuid, p_person uuid, p_provider uuid, p_counter uuid, p_key uuid, p_reason text, p_channel text, p_ip text
) returns order_use language plpgsql security definer set search_path = public, pg_temp as $$
declare
  undone order_use;
  entry order_use;
  left_now bigint;
begin
  select * into undone from order_use u where u.id = p_use and u.kind = 'use';
  if is_use_final(p_use) then raise exception 'use % stands', p_use using errcode = 'check_violation'; end if;
  update "order" o set balance = o.balance + undone.amount, updated_at = clock_timestamp(),
    -- Used means that the affiliate had the paper in the hand.
    state = case when o.state = 'used' then 'delivered' else o.state end,
    state_changed_at = case when o.state = 'used' then clock_timestamp() else o.state_changed_at end
  where o.id = undone.order_id returning o.balance into left_now;
  insert into order_use (order_id, kind, amount, balance, provider_id, person_id, counter_id, lookup_id, key, undoes,
    reason, at)
  values (undone.order_id, 'undo', undone.amount, left_now, p_provider, p_person, p_counter, undone.lookup_id, p_key,
    p_use, p_reason,
    clock_timestamp())
  returning * into entry;
  perform audit_append(p_action => 'order.use_undone', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'order', p_subject_id => undone.order_id::text, p_channel => p_channel, p_ip => p_ip,
    p_detail => jsonb_build_object('use', p_use, 'undo', entry.id, 'amount', entry.amount, 'balance', left_now));
  return entry;
end $$;

-- The same counter takes its use back within 15 minutes, with a reason; where no counter is named, the same
-- person. Outcomes: 'done', 'same' (the key's own), 'key_reused', 'undone' (already), 'too_late',
-- 'other_counter', 'replaced' (the caja gives back what it gave another paper for), 'settled' (the caja is about to
-- pay it), 'not_found'.
create domain undo_outcome as text
  check (value in ('done', 'same', 'key_reused', 'undone', 'too_late', 'other_counter', 'replaced', 'settled',
    'not_found'));

create function undo_use(
  p_use uuid, p_person uuid, p_provider uuid, p_counter uuid, p_key uuid, p_reason text, p_ip text,
  p_session uuid default null
) returns table (outcome undo_outcome, undo_id uuid, serial bigint, amount bigint, balance bigint, at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: p_counter, p_session, undo_id, serial, amount, balance, at
declare
  used order_use;
  entry order_use;
begin
  if not may_for(p_person, p_provider, 'order.use')
  then raise exception 'person % registers no uses for provider %', p_person, p_provider; end if;
  perform require_named(p_session, p_person, p_counter);

  select * into used from order_use u where u.id = p_use and u.provider_id = p_provider and u.kind = 'use';
  if used.id is null then
    return query select 'not_found'::undo_outcome, null::uuid, null::bigint, null::bigint, null::bigint,
      null::timestamptz;
    return;
  end if;
  perform from "order" o where o.id = used.order_id for no key update;
  select * into entry from order_use u where u.provider_id = p_provider and u.key = p_key;
  if entry.id is not null then
    return query select case when entry.undoes = p_use then 'same' else 'key_reused' end::undo_outcome,
      entry.id, entry.serial, entry.amount, entry.balance, entry.at;
    return;
  end if;
  select * into entry from order_use u where u.undoes = p_use;
  if entry.id is not null then
    return query select 'undone'::undo_outcome, entry.id, entry.serial, entry.amount, entry.balance, entry.at;
    return;
  end if;
  if is_use_final(p_use) then
    return query select 'settled'::undo_outcome, null::uuid, null::bigint, null::bigint, null::bigint, used.at;
    return;
  end if;
  if exists (select from "order" o where o.id = used.order_id and o.state = 'replaced') then
    return query select 'replaced'::undo_outcome, null::uuid, null::bigint, null::bigint, null::bigint, used.at;
    return;
  end if;
  if used.counter_id is distinct from p_counter or (p_counter is null and used.person_id <> p_person) then
    return query select 'other_counter'::undo_outcome, null::uuid, null::bigint, null::bigint, null::bigint, used.at;
    return;
  end if;
  if clock_timestamp() > used.at + undo_window() then
    return query select 'too_late'::undo_outcome, null::uuid, null::bigint, null::bigint, null::bigint, used.at;
    return;
  end if;
  entry := insert_reversal(p_use => p_use, p_person => p_person, p_provider => p_provider, p_counter => p_counter,
    p_key => p_key, p_reason => p_reason, p_channel => 'web', p_ip => p_ip);
  return query select 'done'::undo_outcome, entry.id, entry.serial, entry.amount, entry.balance, entry.at;
end $$;
