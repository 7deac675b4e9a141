-- What an order may never do, whoever asks. domain/order/life.ts says the same for the screens; a model test
-- holds both together. Expired is no state: it is what the clock says of a current order.
-- p_core: the core used it up or voided it, so that the core may say otherwise; of one in review, that it said so
-- meanwhile, which the end of the review does not undo. What a person voided stays so.
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

-- Whether the present state is the core's word and nobody else's.
create function stands_by_core(p_order "order") returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case p_order.state
    when 'annulled' then p_order.voided_by is null
    when 'used' then not exists (
      select from order_use u where u.order_id = p_order.id and u.kind = 'use' and u.provider_id is not null
        and not exists (select from order_use undo where undo.undoes = u.id))
    else false
  end;
$$;

create function order_keeps_its_word() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not order_may_move(old.state, new.state, stands_by_core(old) or old.core_said is not null) then
    raise exception 'order %: from % to %', old.id, old.state, new.state using errcode = 'check_violation';
  end if;
  if old.core_said is not null and new.state in ('issued', 'delivered') then
    raise exception 'order %: from % to % against the core', old.id, old.state, new.state using errcode = 'check_violation';
  end if;
  if old.number is not null and (new.number, new.kind_code) is distinct from (old.number, old.kind_code) then
    raise exception 'order %: a number given is never changed', old.id using errcode = 'check_violation';
  end if;
  if old.state = 'draft' and new.state <> 'draft' and new.number is not null then
    new.kind_version := newest_kind_version(new.kind_code);
  elsif new.kind_version is distinct from old.kind_version then
    raise exception 'order %: its kind''s rules are those of its issue', old.id using errcode = 'check_violation';
  end if;
  if old.drafted_by is not null and old.state <> 'draft' and (
    (new.value, new.concept, new.issued_on, new.provider_nit, new.office, new.affiliate_id_index, new.drafted_by)
      is distinct from
    (old.value, old.concept, old.issued_on, old.provider_nit, old.office, old.affiliate_id_index, old.drafted_by)
    or new.valid_until < old.valid_until
  ) then
    raise exception 'order %: what was printed is never changed', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger order_keeps_its_word before update on "order"
  for each row execute function order_keeps_its_word();

-- An order that comes with its number comes under its kind's rules of today, unless it takes over another's.
create function order_takes_kind() returns trigger language plpgsql as $$
begin
  if new.number is not null and new.kind_version is null then
    new.kind_version := newest_kind_version(new.kind_code);
  end if;
  return new;
end $$;

create trigger order_takes_kind before insert on "order" for each row execute function order_takes_kind();

create function nothing_is_deleted() returns trigger language plpgsql as $$
begin
  raise exception '%: nothing is deleted', tg_table_name using errcode = 'check_violation';
end $$;

create trigger order_is_kept before delete or truncate on "order"
  for each statement execute function nothing_is_deleted();
create trigger order_use_is_kept before update or delete or truncate on order_use
  for each statement execute function nothing_is_deleted();

-- Value less balance is the sum of the ledger, looked at when the transaction ends.
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

-- Deferred triggers run when the transaction ends, before Postgres 18 as the role it has then: with the owner's
-- rights, they need none of that role.
create function order_matches_ledger() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_order_ledger(new.id);
  return null;
end $$;

create function order_use_matches_order() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_order_ledger(new.order_id);
  return null;
end $$;

create constraint trigger order_made_matches_ledger after insert on "order" deferrable initially deferred
  for each row when (new.balance <> new.value) execute function order_matches_ledger();
create constraint trigger order_matches_ledger after update on "order" deferrable initially deferred
  for each row when (new.balance <> new.value or old.balance <> old.value) execute function order_matches_ledger();
create constraint trigger order_use_matches_order after insert on order_use deferrable initially deferred
  for each row execute function order_use_matches_order();
