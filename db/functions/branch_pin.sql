-- Six digits by which a person is named on a paired device. Guards against: a use in the name of somebody else, and
-- digits that are guessed.

-- The person's own PIN, for the page on which it is kept.
create domain pin_state as text check (value in ('none', 'open', 'closed'));
create function read_own_pin(p_token_hash bytea)
returns table (state pin_state, is_provider boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select case when n.person_id is null then 'none' when n.closed_at is null then 'open' else 'closed' end::pin_state,
    a.provider_id is not null
  from session_actor(p_token_hash) a left join counter_pin n on n.person_id = a.person_id;
$$;

-- Sets the PIN of a session's person, who proved themselves within the last minutes.
create function set_pin(p_token_hash bytea, p_pin_hash text, p_ip text) returns factor_outcome
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own session := factor_session(p_token_hash);
begin
  if own.id is null or waits_for_factor(own)
    or not exists (select from membership m where m.person_id = own.person_id and m.removed_at is null)
  then return 'not_allowed'; end if;
  if not is_proven(own) then return 'unproven'; end if;
  insert into counter_pin as n (person_id, pin_hash) values (own.person_id, p_pin_hash)
  on conflict (person_id) do update set pin_hash = excluded.pin_hash, set_at = now(), misses = 0, closed_at = null;
  -- What was missed with the PIN of before makes nobody wait with this one.
  delete from budget_counter c where c.scope = 'pin.device' and c.key like '%:' || own.person_id;
  perform audit_append(p_action => 'pin.set', p_actor => own.person_id, p_subject_kind => 'person',
    p_subject_id => own.person_id::text, p_ip => p_ip);
  return 'done';
end $$;

-- Who can be named on this device: people of its provider with a PIN, by name. A closed one is listed, so that its
-- person learns why it does not open.
create function list_device_people(p_device_hash bytea) returns table (person_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name
  from counter_device d join membership m on m.provider_id = provider_of_device(d) and m.removed_at is null
  join person p on p.id = m.person_id and p.disabled_at is null
  join counter_pin n on n.person_id = p.id
  where d.token_hash = p_device_hash and is_live_device(d)
  order by plain_words(p.name), p.id;
$$;

-- What a PIN is compared with. No row for somebody who cannot be named on this device.
create function read_pin(p_device_hash bytea, p_person uuid)
returns table (device_id uuid, pin_hash text, closed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
-- contract: at most one row
  select d.id, n.pin_hash, n.closed_at is not null
  from counter_device d join membership m on m.provider_id = provider_of_device(d) and m.removed_at is null
  join person p on p.id = m.person_id and p.disabled_at is null
  join counter_pin n on n.person_id = p.id
  where d.token_hash = p_device_hash and is_live_device(d) and p.id = p_person;
$$;

-- Names a person on the device whose PIN was right (p_was, the hash that was compared): a short session for what is
-- done at a counter. Whoever was named there before is no longer.
create function open_pin_session(
  p_device_hash bytea, p_person uuid, p_was text, p_token_hash bytea, p_idle_seconds int, p_absolute_seconds int,
  p_ip text, p_user_agent text
) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  device counter_device;
  member uuid;
  opened uuid;
begin
  select * into device from counter_device d where d.token_hash = p_device_hash and is_live_device(d) for update;
  select m.id into member from membership m join person p on p.id = m.person_id and p.disabled_at is null
  join counter_pin n on n.person_id = p.id and n.pin_hash = p_was and n.closed_at is null
  where m.person_id = p_person and m.provider_id = provider_of_device(device) and m.removed_at is null;
  if member is null then return false; end if;
  update session s set revoked_at = now() where s.device_id = device.id and s.revoked_at is null;
  insert into session (token_hash, person_id, membership_id, idle_seconds, expires_at, ip, user_agent, device_id)
  values (p_token_hash, p_person, member, p_idle_seconds,
    least(device.expires_at, now() + make_interval(secs => p_absolute_seconds)), p_ip, p_user_agent, device.id)
  returning id into opened;
  update counter_device d set last_person_id = p_person, last_named_at = now() where d.id = device.id;
  update counter_pin n set misses = 0 where n.person_id = p_person;
  perform audit_append(p_action => 'session.opened', p_actor => p_person, p_provider => provider_of_device(device),
    p_subject_kind => 'session', p_subject_id => opened::text, p_ip => p_ip,
    p_detail => jsonb_build_object('way', 'pin', 'counter', device.counter_id));
  return true;
end $$;

-- Audits a wrong PIN; after pin_most_misses in a row it is closed on every device. Returns until when to wait now, and
-- the wait that one more attempt would cause.
create function record_pin_miss(p_person uuid, p_ip text, p_budgets jsonb)
returns table (closed boolean, wait_until timestamptz, ahead_seconds int)
language plpgsql security definer set search_path = public, pg_temp as $$
-- contract: one row; nullable: wait_until, ahead_seconds
declare
  missed counter_pin;
begin
  update counter_pin n set misses = n.misses + 1,
    closed_at = case when n.misses + 1 >= pin_most_misses() then coalesce(n.closed_at, now()) else n.closed_at end
  where n.person_id = p_person returning * into missed;
  perform audit_append(p_action => case when missed.misses = pin_most_misses() then 'pin.closed' else 'pin.refused' end,
    p_actor => null, p_subject_kind => 'person', p_subject_id => p_person::text, p_ip => p_ip);
  return query select coalesce(missed.closed_at is not null, false), budget_wait(p_budgets), budget_ahead(p_budgets);
end $$;
