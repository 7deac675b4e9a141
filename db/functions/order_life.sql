-- The caja's actions on an order with a number. Each function makes its transition in one statement, from the states in
-- domain/order/life.ts. 'changed': the order differs from p_seen, which processes of the previous version do not send.
-- Guards against: a decision on another state than the one shown, and a transition without its reason and its audit
-- event.

create domain order_outcome as text
  check (value in ('done', 'asked', 'not_allowed', 'not_found', 'state_changed', 'changed', 'order_expired',
    'holds_more', 'dates_outside_rule', 'order_undo_waits', 'order_use_objected', 'change_waits', 'change_lapsed',
    'same_person'));

create function deliver_order(p_order uuid, p_actor uuid, p_ip text, p_seen jsonb default null) returns order_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  if not may(p_actor, 'order.change') then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state <> 'issued' then return 'state_changed'; end if;
  if changed_parts(p_seen, order_seen(p_order)) <> '{}' then return 'changed'; end if;
  if is_past(o) then return 'order_expired'; end if;
  update "order" set state = 'delivered', state_changed_at = clock_timestamp(), updated_at = clock_timestamp()
  where id = p_order;
  perform audit_append(p_action => 'order.delivered', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip);
  return 'done';
end $$;

-- By Bogotá's clock, in any state.
create function is_past(p_order "order") returns boolean language sql stable as $$
  select bogota_day(clock_timestamp()) > p_order.valid_until;
$$;

-- Annuls an order permanently, and keeps by whom. One that the core had annulled can then no longer be restored by an
-- import, and stays annulled since when it was: the sums of that month hold it (order_sum.sql). A used part stays used;
-- the rest becomes void.
create function annul_order(
  p_order uuid, p_actor uuid, p_reason text, p_note text, p_ip text, p_seen jsonb default null
) returns order_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare o "order";
begin
  if not may(p_actor, 'order.annul') then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered', 'blocked') and not (o.state = 'annulled' and is_core_state(o))
  then return 'state_changed'; end if;
  if changed_parts(p_seen, order_seen(p_order)) <> '{}' then return 'changed'; end if;
  update "order" set state = 'annulled', state_before = null, core_said = null, voided_by = p_actor,
    state_changed_at = case when o.state = 'annulled' then o.state_changed_at else clock_timestamp() end,
    updated_at = clock_timestamp()
  where id = p_order;
  update order_hold set released_by = p_actor, released_at = clock_timestamp(), release_reason = p_note
  where order_id = p_order and released_at is null;
  delete from order_claim where order_id = p_order;
  perform audit_append(p_action => 'order.annulled', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip, p_detail => jsonb_build_object('cause', p_reason, 'reason', p_note,
    'from', o.state, 'balance', o.balance));
  return 'done';
end $$;

-- Puts an order in review or adds another hold. The same reason of the same person counts once.
create function block_order(
  p_order uuid, p_actor uuid, p_reason text, p_ip text, p_seen jsonb default null
) returns order_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  apart constant text[] := '{state,holds}'; -- another hold, or a delivered paper, does not prevent this one
begin
  if not may(p_actor, 'order.change') then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered', 'blocked') then return 'state_changed'; end if;
  if changed_parts(p_seen - apart, order_seen(p_order) - apart) <> '{}' then return 'changed'; end if;
  if not exists (select from order_hold h where h.order_id = p_order and h.released_at is null
    and h.report_id is null and h.placed_by = p_actor and h.reason = p_reason)
  then perform place_hold(o, null, p_actor, null, p_reason, p_ip); end if;
  return 'done';
end $$;

-- Ends one hold of a review: p_hold, or the only one. Outcomes also: 'holds_more' (there are several and none was
-- given).
create function unblock_order(
  p_order uuid, p_actor uuid, p_reason text, p_ip text, p_hold uuid default null, p_seen jsonb default null
) returns order_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  open_holds uuid[];
begin
  if not may(p_actor, 'order.change') then return 'not_allowed'; end if;
  perform from "order" where id = p_order for no key update;
  if not found then return 'not_found'; end if;
  open_holds := array(select h.id from order_hold h where h.order_id = p_order and h.released_at is null);
  if cardinality(open_holds) = 0 then return 'state_changed'; end if;
  if changed_parts(p_seen, order_seen(p_order)) <> '{}' then return 'changed'; end if;
  if p_hold is null and cardinality(open_holds) > 1 then return 'holds_more'; end if;
  if p_hold <> all(open_holds) then return 'state_changed'; end if;
  perform release_hold(coalesce(p_hold, open_holds[1]), p_actor, p_reason, p_ip);
  return 'done';
end $$;

-- Only later, and only from the day that was shown: two at once do not add up. Not later than an order of its kind that
-- begins today. Where the kind asks for a second person it is 'asked' for, and comes back with p_change.
create function extend_order(
  p_order uuid, p_actor uuid, p_was date, p_until date, p_reason text, p_ip text, p_change uuid default null,
  p_seen jsonb default null
) returns order_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  kind order_kind;
  change_row order_change;
  fault text;
  today date := bogota_day(clock_timestamp());
begin
  if not may(p_actor, 'order.change') then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered') then return 'state_changed'; end if;
  if changed_parts(p_seen, order_seen(p_order)) <> '{}' then return 'changed'; end if;
  if o.valid_until <> p_was then return 'state_changed'; end if;
  select * into kind from order_kind k where k.code = o.kind_code;
  if p_change is not null then
    select * into change_row from order_change where id = p_change;
    fault := order_change_fault(change_row, o, 'extend', p_actor);
    if fault is not null then return fault; end if;
    p_until := change_row.valid_until;
    p_reason := change_row.reason;
  end if;
  if p_until <= o.valid_until or p_until < today or p_until > kind_last_day(kind, today) then
    return 'dates_outside_rule';
  end if;
  if p_change is null and second_approval_reason(kind, p_actor, o.affiliate_id_index, o.balance, o.id) is not null then
    return ask_order_change(o, 'extend', p_until, p_actor, p_reason, p_ip);
  end if;
  update "order" set valid_until = p_until, updated_at = clock_timestamp() where id = p_order;
  perform audit_append(p_action => 'order.extended', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip, p_detail => jsonb_build_object('reason', p_reason, 'from',
    o.valid_until, 'to', p_until));
  perform note_order_change_done(change_row, o, 'extend', o.balance, p_actor);
  return 'done';
end $$;

-- A lost paper: the old number dies and points to a new order of the same data and of what is left of the value.
-- The application seals the affiliate's data to the new row; p_version is what it read them from. What may still
-- come back to the old one is settled first. Outcomes also: 'order_undo_waits' (a provider asked to take a use of it
-- back), 'order_use_objected' (the caja objected to one, and it is neither accepted nor taken back). Where the kind
-- asks for a second person it is 'asked' for, and comes back with p_change.
create function replace_order(
  p_order uuid, p_new uuid, p_actor uuid, p_version text, p_id_sealed bytea, p_name_sealed bytea, p_reason text,
    p_ip text,
  p_change uuid default null, p_seen jsonb default null
) returns order_outcome language plpgsql security definer set search_path = public, pg_temp as $$
declare
  o "order";
  kind order_kind;
  new_number text;
  change_row order_change;
  fault text;
  replacement "order";
begin
  if not may(p_actor, 'order.change') then return 'not_allowed'; end if;
  select * into o from "order" where id = p_order for no key update;
  if o.id is null then return 'not_found'; end if;
  if o.state not in ('issued', 'delivered') then return 'state_changed'; end if;
  if changed_parts(p_seen, order_seen(p_order)) <> '{}' then return 'changed'; end if;
  if caja_version(o.updated_at) <> p_version then return 'state_changed'; end if;
  if is_past(o) then return 'order_expired'; end if;
  if exists (select from order_use u join undo_request r on r.use_id = u.id and r.decided_at is null
    where u.order_id = p_order and is_use_standing(u.id)) then return 'order_undo_waits'; end if;
  if exists (select from order_use u join settlement s on s.use_id = u.id and s.state = 'objected'
    where u.order_id = p_order and is_use_standing(u.id)) then return 'order_use_objected'; end if;
  select * into kind from order_kind k where k.code = o.kind_code;
  if p_change is not null then
    select * into change_row from order_change where id = p_change;
    fault := order_change_fault(change_row, o, 'replace', p_actor);
    if fault is not null then return fault; end if;
    p_reason := change_row.reason;
  elsif o.valid_until > kind_last_day(kind, bogota_day(clock_timestamp()))
    or second_approval_reason(kind, p_actor, o.affiliate_id_index, o.balance, o.id) is not null then
    return ask_order_change(o, 'replace', null, p_actor, p_reason, p_ip);
  end if;
  new_number := issue_in_place(p_of => o, p_new => p_new, p_actor => coalesce(change_row.asked_by, p_actor),
    p_value => o.balance, p_id_sealed => p_id_sealed, p_name_sealed => p_name_sealed, p_second => case when p_change
    is not null then p_actor end);
  update "order" set state = 'replaced', replaced_by = p_new, state_changed_at = clock_timestamp(),
    updated_at = clock_timestamp()
  where id = p_order;
  delete from order_claim where order_id = p_order;
  perform audit_append(p_action => 'order.replaced', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order::text, p_ip => p_ip, p_detail => jsonb_build_object('reason', p_reason, 'by', p_new,
    'from', o.state, 'balance', o.balance));
  perform audit_append(p_action => 'order.issued', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_new::text, p_ip => p_ip, p_detail => jsonb_build_object('kind', o.kind_code, 'number', new_number,
    'replaces', p_order));
  select * into replacement from "order" where id = p_new;
  perform note_order_change_done(change_row, replacement, 'replace', replacement.value, p_actor);
  return 'done';
end $$;

-- An order of the own series with the data of another one, under the rules of that one; answers its number. p_second
-- approved it, or null. p_gives_back: it gives back what was taken back of the uses of that one.
create function issue_in_place(
  p_of "order", p_new uuid, p_actor uuid, p_value bigint, p_id_sealed bytea, p_name_sealed bytea,
  p_second uuid default null, p_gives_back uuid default null
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kind order_kind;
  new_number text;
begin
  select * into kind from order_kind k where k.code = p_of.kind_code;
  new_number := give_order_number(kind);
  p_of.affiliate_id_sealed := p_id_sealed;
  p_of.affiliate_name_sealed := p_name_sealed;
  p_of.value := p_value;
  execute with_order_data($sql$
    insert into "order" (id, kind_version, number, number_key, balance, state, drafted_by, approved_by, gives_back,
      {data})
    select $2, coalesce(data_row.kind_version, 1), $3, $3, data_row.value, 'issued', $4, $5, $6, {data}
    from (select ($1).*) data_row $sql$) using p_of, p_new, new_number, p_actor, p_second, p_gives_back;
  return new_number;
end $$;
