-- What the caja does with an order that has a number. Each function moves it in one statement, from the states
-- that domain/order/life.ts names, and says 'done', 'not_allowed', 'not_found', 'state_changed', or why not.
create function deliver_order(p_order uuid, p_actor uuid, p_ip text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  if not may_change_orders(p_actor) then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state <> 'issued' then return 'state_changed'; end if;
  if is_past(o) then return 'order_expired'; end if;
  update "order" set state = 'delivered', state_changed_at = clock_timestamp(), updated_at = clock_timestamp()
  where id = p_order;
  perform audit_append('order.delivered', p_actor, null, 'order', p_order::text, 'web', p_ip);
  return 'done';
end $$;

-- By the clock of Bogotá, whatever the state.
create function is_past(p_order "order") returns boolean language sql stable as $$
  select (clock_timestamp() at time zone 'America/Bogota')::date > p_order.valid_until;
$$;

-- Never once used, not even in part: what was used is undone first.
create function annul_order(p_order uuid, p_actor uuid, p_reason text, p_note text, p_ip text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  if not may_change_orders(p_actor) then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered', 'blocked') then return 'state_changed'; end if;
  if o.balance <> o.value then return 'used_in_part'; end if;
  update "order" set state = 'annulled', state_before = null, state_changed_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where id = p_order;
  delete from order_claim where order_id = p_order;
  perform audit_append('order.annulled', p_actor, null, 'order', p_order::text, 'web', p_ip,
    jsonb_build_object('cause', p_reason, 'reason', p_note, 'from', o.state));
  return 'done';
end $$;

create function block_order(p_order uuid, p_actor uuid, p_reason text, p_ip text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  if not may_change_orders(p_actor) then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered') then return 'state_changed'; end if;
  update "order" set state = 'blocked', state_before = o.state, state_changed_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where id = p_order;
  delete from order_claim where order_id = p_order;
  perform audit_append('order.blocked', p_actor, null, 'order', p_order::text, 'web', p_ip,
    jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

create function unblock_order(p_order uuid, p_actor uuid, p_reason text, p_ip text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_change_orders(p_actor) then return 'not_allowed'; end if;
  update "order" set state = state_before, state_before = null, state_changed_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where id = p_order and state = 'blocked';
  if not found then return 'state_changed'; end if;
  perform audit_append('order.unblocked', p_actor, null, 'order', p_order::text, 'web', p_ip,
    jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

-- Only later, and only from the day that was shown: two at once do not add up. Not later than an order of its kind that
-- begins today. Where the kind asks for a second person it is 'asked' for, and comes back with p_change.
create function extend_order(
  p_order uuid, p_actor uuid, p_was date, p_until date, p_reason text, p_ip text, p_change uuid default null
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  kind order_kind;
  asked order_change;
  fault text;
  today date := (clock_timestamp() at time zone 'America/Bogota')::date;
begin
  if not may_change_orders(p_actor) then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered') or o.valid_until <> p_was then return 'state_changed'; end if;
  select * into kind from order_kind k where k.code = o.kind_code;
  if p_change is not null then
    select * into asked from order_change where id = p_change;
    fault := order_change_fault(asked, o, 'extend', p_actor);
    if fault is not null then return fault; end if;
    p_until := asked.valid_until;
    p_reason := asked.reason;
  end if;
  if p_until <= o.valid_until or p_until < today or p_until > kind_last_day(kind, today) then
    return 'dates_outside_rule';
  end if;
  if p_change is null and why_second_person(kind, p_actor, o.affiliate_id_index, o.balance, o.id) is not null then
    return ask_order_change(o, 'extend', p_until, p_actor, p_reason, p_ip);
  end if;
  update "order" set valid_until = p_until, updated_at = clock_timestamp() where id = p_order;
  perform audit_append('order.extended', p_actor, null, 'order', p_order::text, 'web', p_ip,
    jsonb_build_object('reason', p_reason, 'from', o.valid_until, 'to', p_until));
  perform note_order_change_done(asked, o, 'extend', o.balance, p_actor);
  return 'done';
end $$;

-- A lost paper: the old number dies and points to a new order of the same data and of what is left of the value.
-- The application seals the affiliate's data to the new row; p_version is what it read them from. Where the kind asks
-- for a second person it is 'asked' for, and comes back with p_change.
create function replace_order(
  p_order uuid, p_new uuid, p_actor uuid, p_version text, p_id_sealed bytea, p_name_sealed bytea, p_reason text, p_ip text,
  p_change uuid default null
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  kind order_kind;
  given text;
  asked order_change;
  fault text;
  made "order";
begin
  if not may_change_orders(p_actor) then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered') or caja_version(o.updated_at) <> p_version then return 'state_changed'; end if;
  if is_past(o) then return 'order_expired'; end if;
  select * into kind from order_kind k where k.code = o.kind_code;
  if p_change is not null then
    select * into asked from order_change where id = p_change;
    fault := order_change_fault(asked, o, 'replace', p_actor);
    if fault is not null then return fault; end if;
    p_reason := asked.reason;
  elsif o.valid_until > kind_last_day(kind, (clock_timestamp() at time zone 'America/Bogota')::date)
    or why_second_person(kind, p_actor, o.affiliate_id_index, o.balance, o.id) is not null then
    return ask_order_change(o, 'replace', null, p_actor, p_reason, p_ip);
  end if;
  given := give_order_number(kind);
  insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
    affiliate_name_sealed, value, balance, concept, issued_on, valid_until, provider_nit, office, state, drafted_by,
    approved_by)
  values (p_new, o.kind_code, given, given, o.affiliate_id_kind, p_id_sealed, o.affiliate_id_index, p_name_sealed,
    o.balance, o.balance, o.concept, o.issued_on, o.valid_until, o.provider_nit, o.office, 'issued',
    coalesce(asked.asked_by, p_actor), case when p_change is not null then p_actor end)
  returning * into made;
  update "order" set state = 'replaced', replaced_by = p_new, state_changed_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where id = p_order;
  delete from order_claim where order_id = p_order;
  perform audit_append('order.replaced', p_actor, null, 'order', p_order::text, 'web', p_ip,
    jsonb_build_object('reason', p_reason, 'by', p_new, 'from', o.state, 'balance', o.balance));
  perform audit_append('order.issued', p_actor, null, 'order', p_new::text, 'web', p_ip,
    jsonb_build_object('kind', kind.code, 'number', given, 'replaces', p_order));
  perform note_order_change_done(asked, made, 'replace', made.value, p_actor);
  return 'done';
end $$;
