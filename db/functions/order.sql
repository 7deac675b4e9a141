-- Standing, transitions, holds and immutability of orders. Guards against: an order that moves from a state it may not
-- leave, a printed datum that changes, and an answer that reveals another provider's order.

-- The standing of an order for a provider now, the only place of this rule. "Valid until 31/01/2027" is until the end
-- of that day in Bogotá (calendar.sql), by this server's clock. Nothing is revealed about another provider's order.
create function order_standing(p_order "order", p_provider_nit text, p_at timestamptz) returns text
language sql stable as $$
  select case
    when p_order.provider_nit is not null and p_order.provider_nit <> p_provider_nit then 'other_provider'
    when p_order.state = 'used' then 'used'
    when p_order.state in ('draft', 'annulled', 'replaced', 'blocked') then p_order.state
    when bogota_day(p_at) > p_order.valid_until then 'expired'
    when bogota_day(p_at) < p_order.issued_on then 'not_yet'
    else 'current'
  end;
$$;

-- Whether one of a provider's applications opens the look-up.
create function has_look_up(p_provider uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from granted_application g join application a on a.code = g.application_code
    where g.provider_id = p_provider and a.opens_look_up);
end $$;

-- Whether a provider may work today: not suspended, and a convenio in force for its NIT.
create function provider_may_work(p_provider uuid, p_at timestamptz) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select 1 from provider v
    where v.id = p_provider and not is_suspended(v, p_at) and has_look_up(v.id)
      and exists (select from agreements_in_force(v.nit, p_at)));
end $$;

-- Forbidden transitions of an order. domain/order/life.ts has the same rules for the screens, and a model test
-- compares both. Expired is no state, but a current order after its last day. p_core: the core used it up or voided
-- it, so that the core may say otherwise; of one in review, that it said so meanwhile, which the end of the review
-- does not undo. What a person voided stays so.
create function order_may_move(p_from text, p_to text, p_core boolean) returns boolean language sql immutable as $$
  select case p_from
    when 'draft' then p_to in ('issued', 'annulled')
    when 'issued' then p_to in ('delivered', 'used', 'annulled', 'blocked', 'replaced')
    when 'delivered' then p_to in ('used', 'annulled', 'blocked', 'replaced')
    when 'used' then p_to = 'delivered' or p_to in ('issued', 'annulled') and p_core
    when 'blocked' then p_to in ('issued', 'delivered', 'annulled') or p_to = 'used' and p_core
    when 'annulled' then p_to in ('issued', 'delivered', 'used') and p_core
    else false
  end;
$$;

-- Whether the present state was set by the core alone.
create function is_core_state(p_order "order") returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return case p_order.state
    when 'annulled' then p_order.voided_by is null
    when 'used' then not exists (
      select from order_use u where u.order_id = p_order.id and u.kind = 'use' and u.provider_id is not null
        and not exists (select from order_use undo where undo.undoes = u.id))
    else false
  end;
end $$;

create function enforce_order_immutability() returns trigger language plpgsql as $$
declare
  -- The same data may be encrypted again with another key, and the last day may be extended.
  resealed constant text[] := '{valid_until,affiliate_id_sealed,affiliate_name_sealed}';
begin
  if new.state <> old.state and not order_may_move(
    old.state, new.state, is_core_state(old) or old.core_said is not null
  ) then
    raise exception 'order %: from % to %', old.id, old.state, new.state using errcode = 'check_violation';
  end if;
  if old.core_said is not null and new.state in ('issued', 'delivered') then
    raise exception 'order %: from % to % against the core', old.id, old.state, new.state
      using errcode = 'check_violation';
  end if;
  -- The day of the core's use goes when the use does.
  if new.state <> 'used' and new.core_said is distinct from 'used' then new.core_used_on := null; end if;
  if old.number is not null and (new.number, new.kind_code) is distinct from (old.number, old.kind_code) then
    raise exception 'order %: a number given is never changed', old.id using errcode = 'check_violation';
  end if;
  if new.gives_back is distinct from old.gives_back then
    raise exception 'order %: whose value it gives back is never changed', old.id using errcode = 'check_violation';
  end if;
  if old.state = 'draft' and new.state <> 'draft' and new.number is not null then
    new.kind_version := newest_kind_version(new.kind_code);
  elsif new.kind_version is distinct from old.kind_version then
    raise exception 'order %: its kind''s rules are those of its issue', old.id using errcode = 'check_violation';
  end if;
  if old.drafted_by is not null and old.state <> 'draft' and (
    order_data(new) - resealed is distinct from order_data(old) - resealed
    or new.drafted_by is distinct from old.drafted_by or new.valid_until < old.valid_until
  ) then
    raise exception 'order %: what was printed is never changed', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger enforce_order_immutability before update on "order"
  for each row execute function enforce_order_immutability();

-- An order that comes with its number comes under its kind's rules of today, unless it takes over another's.
create function fill_order_kind_version() returns trigger language plpgsql as $$
begin
  if new.number is not null and new.kind_version is null then
    new.kind_version := newest_kind_version(new.kind_code);
  end if;
  return new;
end $$;

create trigger fill_order_kind_version before insert on "order" for each row execute function fill_order_kind_version();

create function forbid_delete() returns trigger language plpgsql as $$
begin
  raise exception '%: nothing is deleted', tg_table_name using errcode = 'check_violation';
end $$;

create trigger order_is_kept before delete or truncate on "order"
  for each statement execute function forbid_delete();
create trigger order_use_is_kept before update or delete or truncate on order_use
  for each statement execute function forbid_delete();

-- Value minus balance equals the sum of the ledger, checked at the end of the transaction.
create function check_order_ledger(p_order uuid) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from "order" o where o.id = p_order and o.value - o.balance <> (
      select coalesce(sum(case u.kind when 'use' then u.amount else -u.amount end), 0)
      from order_use u where u.order_id = o.id)
  ) then
    raise exception 'order %: balance and ledger differ', p_order using errcode = 'check_violation';
  end if;
end $$;

-- Checks that the ledger or the holds of a row's order are consistent with it. Deferred triggers run at the end of
-- the transaction, before PostgreSQL 18 as the role of that moment; as security definer they need no privileges of
-- that role.
create function check_order_of_row() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  checked uuid;
begin
  if tg_table_name = 'order' then checked := new.id; else checked := new.order_id; end if;
  if tg_argv[0] = 'ledger' then perform check_order_ledger(checked); else perform check_order_holds(checked); end if;
  return null;
end $$;

create constraint trigger order_made_matches_ledger after insert on "order" deferrable initially deferred
  for each row when (new.balance <> new.value) execute function check_order_of_row('ledger');
create constraint trigger order_matches_ledger after update on "order" deferrable initially deferred
  for each row when (new.balance <> new.value or old.balance <> old.value)
  execute function check_order_of_row('ledger');
create constraint trigger order_use_matches_order after insert on order_use deferrable initially deferred
  for each row execute function check_order_of_row('ledger');

-- An order is in review while it has an open hold: a report's or a person's, each a row that ends by itself. Callers
-- of these two hold the order's lock and have checked the permission.
create function place_hold(
  p_order "order", p_report uuid, p_person uuid, p_provider uuid, p_reason text, p_ip text
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into order_hold (order_id, report_id, placed_by, placed_at, reason)
  values (p_order.id, p_report, p_person, clock_timestamp(), p_reason);
  update "order" o set state = 'blocked', state_before = o.state, state_changed_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where o.id = p_order.id and o.state <> 'blocked';
  delete from order_claim where order_id = p_order.id;
  perform audit_append(p_action => 'order.blocked', p_actor => p_person, p_provider => p_provider,
    p_subject_kind => 'order', p_subject_id => p_order.id::text, p_ip => p_ip,
    p_detail => jsonb_build_object('reason', p_reason));
end $$;

-- Ends one hold. With the last one the order returns to its earlier state, or to the one that the core has sent
-- meanwhile.
create function release_hold(
  p_hold uuid, p_actor uuid, p_reason text, p_ip text, p_provider uuid default null
) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held uuid;
  o "order";
  freed boolean;
begin
  update order_hold h set released_by = p_actor, released_at = clock_timestamp(), release_reason = p_reason
  where h.id = p_hold and h.released_at is null returning h.order_id into held;
  if held is null then raise exception 'hold % does not stand', p_hold using errcode = 'check_violation'; end if;
  select * into o from "order" where id = held;
  freed := o.state = 'blocked' and not exists (
    select from order_hold h where h.order_id = held and h.released_at is null);
  if freed then
    update "order" set state = coalesce(o.core_said, o.state_before), core_said = null,
      state_before = case when o.core_said is not null and o.state_before = 'delivered' then 'delivered' end,
      balance = case when o.core_said = 'used' then 0 else balance end,
      state_changed_at = clock_timestamp(), updated_at = clock_timestamp()
    where id = held;
    if o.core_said = 'used' then
      insert into order_use (order_id, kind, amount, balance, key)
        values (held, 'use', o.balance, 0, gen_random_uuid());
    end if;
  end if;
  perform audit_append(p_action => case when freed then 'order.unblocked' else 'order.hold_released' end,
    p_actor => p_actor, p_provider => p_provider, p_subject_kind => 'order', p_subject_id => held::text,
    p_ip => p_ip, p_detail => jsonb_build_object('reason', p_reason));
  if freed and o.core_said is not null then
    perform audit_append(p_action => 'order.' || o.core_said, p_actor => null, p_subject_kind => 'order',
      p_subject_id => held::text, p_channel => 'import', p_detail => jsonb_build_object('from', 'blocked'));
  end if;
end $$;

-- An order is in review exactly when it has an open hold; checked at the end of the transaction.
create function check_order_holds(p_order uuid) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from "order" o where o.id = p_order and (o.state = 'blocked') <> exists (
      select from order_hold h where h.order_id = o.id and h.released_at is null)
  ) then
    raise exception 'order %: in review without a reason, or the other way round', p_order
      using errcode = 'check_violation';
  end if;
end $$;

create constraint trigger order_matches_holds after update of state on "order" deferrable initially deferred
  for each row when (new.state <> old.state and 'blocked' in (new.state, old.state))
  execute function check_order_of_row('holds');
create constraint trigger order_hold_matches_order after insert or update on order_hold deferrable initially deferred
  for each row execute function check_order_of_row('holds');
create trigger order_hold_is_kept before delete or truncate on order_hold
  for each statement execute function forbid_delete();
