-- An extension or replacement that waits for a second person (see second_approval_reason). It does not lock the order:
-- when the order is used, annulled or changed meanwhile, the pending change lapses. Guards against: one person who
-- extends or replaces an order that needs two, and an approval of something else than was proposed.

create function ask_order_change(
  p_order "order", p_deed text, p_until date, p_actor uuid, p_reason text, p_ip text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update order_change set state = 'lapsed'
  where order_id = p_order.id and state = 'waiting' and order_version <> p_order.updated_at;
  insert into order_change (order_id, deed, order_version, valid_until, reason, asked_by, asked_at)
  values (p_order.id, p_deed, p_order.updated_at, p_until, p_reason, p_actor, clock_timestamp())
  on conflict (order_id) where state = 'waiting' do nothing;
  if not found then return 'change_waits'; end if;
  perform audit_append(p_action => 'order.change_asked', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => p_order.id::text, p_ip => p_ip, p_detail => jsonb_strip_nulls(jsonb_build_object('deed', p_deed,
    'to', p_until, 'reason', p_reason)));
  return 'asked';
end $$;

-- Why this person may not approve it, or null. The order is locked by the caller.
create function order_change_fault(p_change order_change, p_order "order", p_deed text, p_actor uuid) returns text
language sql immutable as $$
  select case
    when p_change.id is null or p_change.order_id <> p_order.id or p_change.deed <> p_deed then 'not_found'
    when p_change.state <> 'waiting' then 'state_changed'
    when p_change.asked_by = p_actor then 'same_person'
    when p_change.order_version <> p_order.updated_at then 'change_lapsed'
  end;
$$;

-- Records the action for the day's sums, and closes the pending change that it came from, if any.
create function note_order_change_done(
  p_change order_change, p_order "order", p_deed text, p_amount bigint, p_actor uuid
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform record_order_action(p_order, p_deed, p_amount, coalesce(p_change.asked_by, p_actor),
    case when p_change.id is not null then p_actor end);
  update order_change set state = 'approved', decided_by = p_actor, decided_at = clock_timestamp()
  where id = p_change.id;
end $$;

-- Rejected by the second person, or withdrawn by the first one.
create function send_change_back(p_change uuid, p_actor uuid, p_reason text, p_ip text) returns order_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare c order_change;
begin
  if not may(p_actor, 'order.approve') then return 'not_allowed'; end if;
  update order_change set state = 'sent_back', decided_by = p_actor, decided_at = clock_timestamp(), note = p_reason
  where id = p_change and state = 'waiting' returning * into c;
  if c.id is null then return 'state_changed'; end if;
  perform audit_append(p_action => 'order.change_sent_back', p_actor => p_actor, p_subject_kind => 'order',
    p_subject_id => c.order_id::text, p_ip => p_ip, p_detail => jsonb_build_object('deed', c.deed, 'reason', p_reason));
  return 'done';
end $$;
