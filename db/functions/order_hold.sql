-- An order is in review while any reason to hold it stands: a report's or a person's, each a row that ends by itself.
-- Whoever calls these two has the order's lock and has decided that it may be.
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
  perform audit_append('order.blocked', p_person, p_provider, 'order', p_order.id::text, 'web', p_ip,
    jsonb_build_object('reason', p_reason));
end $$;

-- Ends one reason. With the last one the order goes back to where it was, or becomes what the core said meanwhile.
create function release_hold(p_hold uuid, p_actor uuid, p_reason text, p_ip text) returns void
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
      insert into order_use (order_id, kind, amount, balance, key) values (held, 'use', o.balance, 0, gen_random_uuid());
    end if;
  end if;
  perform audit_append(case when freed then 'order.unblocked' else 'order.hold_released' end, p_actor, null, 'order',
    held::text, 'web', p_ip, jsonb_build_object('reason', p_reason));
  if freed and o.core_said is not null then
    perform audit_append('order.' || o.core_said, null, null, 'order', held::text, 'import', null,
      jsonb_build_object('from', 'blocked'));
  end if;
end $$;

-- In review means that a reason stands, and the other way round: looked at when the transaction ends.
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

create function order_matches_holds() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_order_holds(new.id);
  return null;
end $$;

create function order_hold_matches_order() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform check_order_holds(new.order_id);
  return null;
end $$;

create constraint trigger order_matches_holds after update of state on "order" deferrable initially deferred
  for each row when (new.state <> old.state and 'blocked' in (new.state, old.state))
  execute function order_matches_holds();
create constraint trigger order_hold_matches_order after insert or update on order_hold deferrable initially deferred
  for each row execute function order_hold_matches_order();
create trigger order_hold_is_kept before delete or truncate on order_hold
  for each statement execute function nothing_is_deleted();
